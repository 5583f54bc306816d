// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "indexer/readers/splitters.h"
#include "schema/text/ascii.h"

namespace newsindex {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view kFrom = "From ";

constexpr std::array kDays{"Mon"sv, "Tue"sv, "Wed"sv, "Thu"sv, "Fri"sv, "Sat"sv, "Sun"sv};
constexpr std::array kMonths{"Jan"sv, "Feb"sv, "Mar"sv, "Apr"sv, "May"sv, "Jun"sv,
                             "Jul"sv, "Aug"sv, "Sep"sv, "Oct"sv, "Nov"sv, "Dec"sv};

template <std::size_t N>
bool has_name(const std::vector<std::string_view>& words,
              const std::array<std::string_view, N>& names) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    return std::find(names.begin(), names.end(), word.substr(0, 3)) != names.end();
  });
}

// True for a word that begins like "09:15".
bool is_time(std::string_view word) {
  const std::size_t colon = word.find(':');
  return (colon == 1 || colon == 2) && is_digit(word[0]) && word.size() > colon + 2 &&
         is_digit(word[colon + 1]) && is_digit(word[colon + 2]);
}

bool is_year(std::string_view word) {
  return word.size() == 4 && std::all_of(word.begin(), word.end(), is_digit);
}

std::vector<std::string_view> words_of(std::string_view line) {
  constexpr std::string_view kSpace = " \t\r";
  std::vector<std::string_view> words;
  for (std::size_t at = line.find_first_not_of(kSpace); at != npos;) {
    const std::size_t end = std::min(line.find_first_of(kSpace, at), line.size());
    words.push_back(line.substr(at, end - at));
    at = line.find_first_not_of(kSpace, end);
  }
  return words;
}

// True for "From petra@courier.example Wed Jul 10 09:15:00 2019": an address (or a user name of the
// machine, or "-") and a date as in asctime(3), whose year may come after a time zone. A line of
// running text that begins with "From" does not have these.
bool is_separator(std::string_view line) {
  if (!line.starts_with(kFrom)) return false;
  std::vector<std::string_view> words = words_of(line);
  constexpr std::size_t kLeast = 7;  // From, an address, day, month, day of the month, time, year
  if (words.size() < kLeast) return false;
  words.erase(words.begin(), words.begin() + 2);
  return has_name(words, kDays) && has_name(words, kMonths) &&
         std::any_of(words.begin(), words.end(), is_time) &&
         std::any_of(words.begin(), words.end(), is_year);
}

// Where the next message of a mailbox begins: at a separator after an empty line. If there is none,
// sets `from` to where to continue the search when there is more text.
std::size_t next_message(std::string_view text, std::size_t& from, bool last) {
  std::size_t at = text.find("\nFrom ", from);
  for (; at != npos; at = text.find("\nFrom ", at + 1)) {
    const std::string_view before = text.substr(0, at);
    if (!before.ends_with("\n") && !before.ends_with("\n\r")) continue;
    const std::size_t end = text.find('\n', at + 1);
    if (end == npos && !last) break;
    if (is_separator(text.substr(at + 1, std::min(end, text.size()) - at - 1))) return at + 1;
  }
  constexpr std::size_t kMark = 8;  // line ends and "From "
  from = at != npos ? at : text.size() - std::min(text.size(), kMark);
  return npos;
}

// Removes the ">" that a mailbox puts before lines that look like separators.
std::string unescaped(std::string_view message) {
  std::string text;
  text.reserve(message.size());
  for (std::size_t at = 0; at < message.size();) {
    const std::size_t end = std::min(message.find('\n', at), message.size() - 1) + 1;
    std::string_view line = message.substr(at, end - at);
    const std::size_t marks = line.find_first_not_of('>');
    if (marks != 0 && marks != npos && line.substr(marks).starts_with(kFrom)) line.remove_prefix(1);
    text += line;
    at = end;
  }
  return text;
}

void give_message(std::string_view message, bool mailbox, RecordSink& sink) {
  message.remove_prefix(std::min(message.find_first_not_of(" \t\r\n"), message.size()));
  const std::size_t line = message.find('\n');
  if (message.starts_with(kFrom)) message.remove_prefix(line == npos ? message.size() : line + 1);
  if (message.empty()) return;
  const bool escapes = mailbox && message.find("\n>") != npos && message.find(">From ") != npos;
  sink.give(RecordFormat::mail, escapes ? unescaped(message) : message);
}

void split_messages(Window& window, bool mailbox, RecordSink& sink) {
  std::size_t searched = 0;
  bool too_long = false;
  bool last = false;
  while (sink.wants_more()) {
    const std::string_view text = window.text();
    if (mailbox && searched == 0 && !too_long)
      sink.may_resume(AppendableFormat::mailbox, window.offset());
    const std::size_t next = mailbox ? next_message(text, searched, last) : npos;
    if (next != npos) {
      if (!std::exchange(too_long, false)) give_message(text.substr(0, next), mailbox, sink);
      window.drop(next);
      searched = 0;
      continue;
    }
    if (last) {
      if (!too_long && !window.failed()) give_message(text, mailbox, sink);
      return;
    }
    if (sink.too_long(text.size())) {
      if (!too_long) sink.refuse_too_long();
      too_long = true;
      window.drop(mailbox ? searched : text.size());
      searched = 0;
    }
    last = !window.grow();
  }
}

}  // namespace

void split_mail(Window& window, RecordSink& sink) {
  // Some programs write an empty line first.
  window.drop(std::min(window.text().find_first_not_of(" \t\r\n"), window.text().size()));
  split_messages(window, window.text().starts_with(kFrom), sink);
}

void split_mailbox(Window& window, RecordSink& sink) {
  while (!is_separator(window.text().substr(0, window.text().find('\n')))) {
    const std::size_t end = window.text().find("\nFrom ");
    if (end != npos) {
      window.drop(end + 1);
      continue;
    }
    window.drop(window.text().size() - std::min<std::size_t>(window.text().size(), 8));
    if (!window.grow()) return;
  }
  split_messages(window, true, sink);
}

}  // namespace newsindex
