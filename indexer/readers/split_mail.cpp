// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <utility>

#include "indexer/readers/splitters.h"

namespace newsindex {
namespace {

constexpr std::size_t npos = std::string_view::npos;
constexpr std::string_view kFrom = "From ";

// Where the next message of a mailbox begins: a line "From ..." behind an empty one.
std::size_t next_message(std::string_view text, std::size_t from) {
  for (std::size_t at = text.find("\nFrom ", from); at != npos; at = text.find("\nFrom ", at + 1)) {
    const std::string_view before = text.substr(0, at);
    if (before.ends_with("\n") || before.ends_with("\n\r")) return at + 1;
  }
  return npos;
}

void give(std::string_view message, RecordSink& sink) {
  message.remove_prefix(std::min(message.find_first_not_of(" \t\r\n"), message.size()));
  const std::size_t line = message.find('\n');
  if (message.starts_with(kFrom)) message.remove_prefix(line == npos ? message.size() : line + 1);
  if (!message.empty()) sink.give(RecordFormat::mail, message);
}

}  // namespace

void split_mail(Window& window, RecordSink& sink) {
  // Some programs leave an empty line in front.
  window.drop(std::min(window.text().find_first_not_of(" \t\r\n"), window.text().size()));
  const bool mailbox = window.text().starts_with(kFrom);
  std::size_t searched = 0;
  bool too_long = false;
  while (sink.wants_more()) {
    const std::string_view text = window.text();
    if (mailbox && searched == 0 && !too_long) sink.may_resume(Growing::mailbox, window.offset());
    const std::size_t next = mailbox ? next_message(text, searched) : npos;
    if (next != npos) {
      if (!std::exchange(too_long, false)) give(text.substr(0, next), sink);
      window.drop(next);
      searched = 0;
      continue;
    }
    searched = text.size() - std::min<std::size_t>(text.size(), 8);
    if (sink.too_long(text.size())) {
      if (!too_long) sink.refuse_too_long();
      too_long = true;
      window.drop(searched);
      searched = 0;
    }
    if (window.grow()) continue;
    if (!too_long && !window.failed()) give(window.text(), sink);
    return;
  }
}

}  // namespace newsindex
