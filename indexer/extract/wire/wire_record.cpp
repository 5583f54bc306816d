// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/wire/wire_record.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <utility>

#include "indexer/extract/dates/dates_names.h"
#include "indexer/extract/labels/slug.h"
#include "indexer/extract/people/author_names.h"
#include "indexer/extract/text/encoding.h"
#include "indexer/extract/text/lines.h"
#include "indexer/extract/text/tags.h"
#include "schema/text/ascii.h"
#include "schema/text/trimmed.h"

namespace newsindex {
namespace {

using Lines = std::vector<std::string>;

// The parts of a message, as UTF-8.
struct Message {
  std::string header;
  std::string text;
  std::string trailer;
};

std::string_view between(std::string_view bytes, std::size_t begin, char end) {
  if (begin >= bytes.size()) return {};
  return bytes.substr(begin, std::min(bytes.find(end, begin), bytes.size()) - begin);
}

std::optional<Message> parts_of_message(std::string_view bytes) {
  constexpr char kStartOfHeading = '\x01';
  constexpr char kStartOfText = '\x02';
  constexpr char kEndOfText = '\x03';
  constexpr char kEndOfTransmission = '\x04';
  const std::size_t heading = bytes.find(kStartOfHeading);
  const std::size_t start = bytes.find(kStartOfText, heading);
  if (heading == std::string_view::npos || start == std::string_view::npos) return std::nullopt;
  const std::string_view text = between(bytes, start + 1, kEndOfText);
  const std::size_t end = start + 1 + text.size();
  return Message{to_utf8(bytes.substr(heading + 1, start - heading - 1)), to_utf8(text),
                 to_utf8(between(bytes, end + 1, kEndOfTransmission))};
}

// The lines without control characters, which are typesetting commands. The one that begins a row
// of a table (BS) becomes a tab, like the tab at the beginning of a paragraph.
Lines lines_of(std::string_view text) {
  Lines lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string line(text.substr(0, end));
    for (char& c : line)
      if (static_cast<unsigned char>(c) < ' ' || c == '\x7f')
        c = c == '\t' || c == '\b' ? '\t' : ' ';
    while (line.ends_with(' ')) line.pop_back();
    lines.push_back(std::move(line));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos;
       at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
}

class Paragraphs {
 public:
  void add(std::string line) {
    if (!text_.empty() && !text_.ends_with("\n\n")) text_ += ' ';
    text_ += std::move(line);
  }
  void end() {
    if (!text_.empty() && !text_.ends_with("\n\n")) text_ += "\n\n";
  }
  std::string take() {
    while (text_.ends_with('\n')) text_.pop_back();
    return std::move(text_);
  }

 private:
  std::string text_;
};

bool all_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, is_digit);
}

int number_in(std::string_view digits) { return std::stoi(std::string(digits)); }

struct WireTime {
  int year = 0;  // of the century: 0..99
  int month = 0;
  int day = 0;
  int hour = 0;
  int minute = 0;
  bool utc = false;
};

void set_time(Article& article, const WireTime& time, std::string evidence) {
  constexpr int kCentury = 70;  // 69 is 2069, 70 is 1970
  std::array<char, 32> iso{};
  std::snprintf(iso.data(), iso.size(), "%04d-%02d-%02dT%02d:%02d:00%s",
                time.year + (time.year < kCentury ? 2000 : 1900), time.month, time.day, time.hour,
                time.minute, time.utc ? "Z" : "");
  auto published = published_from_iso(iso.data());
  if (!published) return;
  published->precision = Precision::minute;
  published->evidence = std::move(evidence);
  article.published = std::move(published);
}

// IPTC 7901: "131137 GMT Nov 13" is 11:37 on the 13th of November 2013.
void read_iptc_time(std::string_view trailer, const std::string& language, Article& article) {
  for (const std::string& line : lines_of(trailer)) {
    const auto words = parts_of(line, " ");
    if (words.size() < 3 || words[0].size() != 6 || !all_digits(words[0])) continue;
    const std::string& year = words.back();
    std::string month = words[words.size() - 2];
    if (month.ends_with('.')) month.pop_back();
    auto number = month_named(month, language);
    if (!number) number = month_named(month, "de");
    if (!number || year.size() != 2 || !all_digits(year)) continue;
    set_time(article,
             {number_in(year), *number, number_in(words[0].substr(0, 2)),
              number_in(words[0].substr(2, 2)), number_in(words[0].substr(4, 2)),
              words[1] == "GMT" || words[1] == "UTC"},
             std::string(trimmed(line)));
    return;
  }
}

// ANPA 1312 as AP sends it: "AP-WF-11-13-13 1509GMT" is 15:09 on 13 November 2013.
void read_anpa_time(std::string_view trailer, Article& article) {
  for (const std::string& line : lines_of(trailer)) {
    const auto words = parts_of(line, " <");
    if (words.size() < 2 || words[1].size() < 4 || !all_digits(words[1].substr(0, 4))) continue;
    const auto parts = parts_of(words[0], "-");
    if (parts.size() < 4) continue;
    const std::string* const date = &parts[parts.size() - 3];
    if (!std::all_of(date, date + 3,
                     [](const std::string& p) { return p.size() == 2 && all_digits(p); }))
      continue;
    article.source = parts.front();
    set_time(article,
             {number_in(date[2]), number_in(date[0]), number_in(date[1]),
              number_in(words[1].substr(0, 2)), number_in(words[1].substr(2, 2)),
              words[1].ends_with("GMT") || words[1].ends_with("UTC")},
             std::string(trimmed(line, " <")));
    return;
  }
}

// "1ST LEAD", "EXTRA", "(Achtung)": a line about the message, not part of its headline.
bool is_flag(const std::string& line) {
  constexpr std::size_t kMostWords = 3;
  if (line.starts_with('(') && line.ends_with(')')) return true;
  return parts_of(line, " ").size() <= kMostWords && std::ranges::none_of(line, is_lower);
}

bool is_byline(const std::string& line) {
  constexpr std::array<std::string_view, 4> kOpenings{"By ", "BY ", "Von ", "Par "};
  return std::ranges::any_of(kOpenings, [&](auto opening) { return line.starts_with(opening); });
}

void add_authors(Article& article, const std::string& line) {
  for (std::string& name : author_names(line, article.source))
    if (!name.starts_with("The ")) article.authors.push_back(std::move(name));  // an agency
}

// "eca062 4 i 211 ccccb   dpa 061", "Germany-politics/"
void read_iptc_header(std::string_view header, Article& article) {
  const Lines lines = lines_of(header);
  if (lines.empty()) return;
  const auto words = parts_of(lines[0], " ");
  if (words.size() >= 2 && all_digits(words.back()) && !all_digits(words[words.size() - 2]))
    article.source = words[words.size() - 2];
  for (std::size_t i = 1; i < lines.size(); ++i)
    for (const std::string& word : parts_of(lines[i], "/")) article.keywords.push_back(word);
}

// Reads the lines up to the one that ends with "=": flags, then the headline, then a byline.
// Returns the index of the line after them. Without a "=", the first line that is not empty is the
// headline.
std::size_t read_iptc_headline(const Lines& lines, Article& article) {
  constexpr std::size_t kMostLines = 10;
  std::size_t end = 0;
  while (end < std::min(kMostLines, lines.size()) && !lines[end].ends_with('=')) ++end;
  const bool marked = end < std::min(kMostLines, lines.size());
  if (!marked)
    for (end = 0; end < lines.size() && trimmed(lines[end]).empty();) ++end;
  for (std::size_t i = marked ? 0 : end; i <= end && i < lines.size(); ++i) {
    const std::string line(trimmed(lines[i], " \t="));
    if (line.empty() || (i < end && is_flag(line))) continue;
    if (is_byline(line))
      add_authors(article, line);
    else
      article.title += (article.title.empty() ? "" : " ") + line;
  }
  return std::min(end + 1, lines.size());
}

// True where the text ends: at notes for editors, or the initials of the people who worked on it.
bool ends_iptc_text(const std::string& line, const std::string& source) {
  constexpr std::size_t kMostWords = 8;
  if (line.starts_with("# ") || line.starts_with("* * *")) return true;
  return !source.empty() && line.starts_with(source.substr(0, source.find('-')) + " ") &&
         parts_of(line, " ").size() <= kMostWords && !line.ends_with('.') &&
         std::ranges::none_of(line, is_upper);
}

Article read_iptc(const Message& message) {
  Article article;
  read_iptc_header(message.header, article);
  const Lines lines = lines_of(message.text);
  Paragraphs paragraphs;
  for (std::size_t i = read_iptc_headline(lines, article); i < lines.size(); ++i) {
    std::string line(trimmed(lines[i]));
    if (ends_iptc_text(line, article.source)) break;
    if (line.empty() || lines[i].starts_with("   ")) paragraphs.end();
    if (!line.empty()) paragraphs.add(std::move(line));
  }
  article.body = paragraphs.take();
  return article;
}

// The name of the desk in the header, for the desks of ANPA 1312 that say what the article is
// about.
std::string desk_of(std::string_view header) {
  constexpr auto kDesks = std::to_array<std::pair<char, std::string_view>>({
      {'a', "Domestic"},
      {'e', "Entertainment"},
      {'f', "Financial"},
      {'i', "International"},
      {'k', "Commentary"},
      {'l', "Lifestyle"},
      {'o', "Weather"},
      {'p', "Politics"},
      {'q', "Sports"},
      {'s', "Sports"},
      {'t', "Travel"},
      {'w', "Washington"},
  });
  const Lines lines = lines_of(header);
  if (lines.size() < 2 || lines[1].size() < 3 || lines[1][1] != ' ') return {};
  for (const auto& [letter, name] : kDesks)
    if (lines[1][2] == letter) return std::string(name);
  return {};
}

// Restores quotation marks and dashes, which typesetters replaced by the keys that they had.
std::string plain(std::string_view line) {
  std::string text(trimmed(line, " \t^<="));
  replace_all(text, "``", "“");
  replace_all(text, "''", "”");
  replace_all(text, " _ ", " – ");
  // "{" is a half, as in "4{" games behind; ";" separates columns of a table: "Athens;60;69;rn".
  for (std::size_t at = text.find('{'); at != std::string::npos; at = text.find('{', at + 1))
    if (at + 1 == text.size() || std::string_view(" ;,.)-").find(text[at + 1]) != npos)
      text.replace(at, 1, "½");
  for (std::size_t i = 0; i < text.size(); ++i)
    if (text[i] == ';' && (i + 1 == text.size() || text[i + 1] != ' ')) text[i] = ' ';
  return on_one_line(tidy(text));
}

// "AP Sports Writer", "Associated Press": the employer of the author in the line above.
bool is_employer(const std::string& line) {
  constexpr std::array<std::string_view, 7> kEndings{
      "Press", "Writer", "Writers", "Editor", "Reporter", "Correspondent", "Columnist"};
  return std::ranges::any_of(kEndings, [&](auto ending) { return line.ends_with(ending); });
}

// A note in the lines with "^" above the text: "Eds: With AP Photos."
bool is_note(const std::string& line) {
  constexpr std::array<std::string_view, 6> kNotes{
      "AP Photo", "Eds:", "(Eds:", "EDITOR", "Eds. Note:", "AP Video"};
  return std::ranges::any_of(kNotes, [&](auto note) { return line.starts_with(note); });
}

Article read_anpa(const Message& message) {
  Article article;
  read_anpa_time(message.trailer, article);
  if (std::string desk = desk_of(message.header); !desk.empty())
    article.section.push_back(std::move(desk));
  Paragraphs paragraphs;
  std::string slug;
  bool above = true;        // the line is above the text
  bool has_byline = false;  // a byline was found
  for (const std::string& raw : lines_of(message.text)) {
    const std::string line = plain(raw);
    const bool marked = trimmed(raw, " ").starts_with('^');  // not a row of a table
    above = above && (marked || line.empty());
    if (line.empty() || line == "END" || line.starts_with("___")) {
      paragraphs.end();
    } else if (above && slug.empty()) {
      // A number of the wire may come first: "*9006< ^AP-Top-Headlines,0176<"
      const std::size_t last = line.rfind('^');
      slug = slug_of(last == std::string::npos ? line : line.substr(last + 1));
    } else if (above && is_note(line)) {
    } else if (above && is_byline(line)) {
      add_authors(article, line);
      has_byline = true;
    } else if (above && article.title.empty()) {
      article.title = line;
    } else if (above && has_byline && is_employer(line)) {
    } else {
      above = above && !has_byline;
      if (marked || raw.starts_with('\t') || raw.starts_with("  ")) paragraphs.end();
      paragraphs.add(line);
    }
  }
  if (article.title.empty()) article.title = slug;
  if (!slug.empty()) article.keywords.push_back(std::move(slug));
  article.body = paragraphs.take();
  return article;
}

}  // namespace

Draft draft_of_wire(const Record& record, const UnderstandOptions& options) {
  const auto message = parts_of_message(record.bytes);
  if (!message) return refused("not a message of a news wire: no text begins in it");
  Draft draft;
  Article& article = draft.article;
  const std::size_t first = message->text.find_first_not_of(" \r\n");
  const bool anpa = first != std::string::npos && message->text[first] == '^';
  article = anpa ? read_anpa(*message) : read_iptc(*message);
  article.lead = article.body.substr(0, article.body.find("\n\n"));
  if (!anpa) read_iptc_time(message->trailer, options.language, article);
  return draft;
}

}  // namespace newsindex
