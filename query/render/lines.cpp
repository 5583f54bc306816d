// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/render/lines.h"

#include <ostream>

#include "query/render/harmless.h"
#include "schema/text/characters.h"
#include "schema/text/display_width.h"

namespace newsindex {
namespace {

constexpr std::string_view kPlain = "\x1b[0m";

bool is_web_address(std::string_view link) {
  return (link.starts_with("https://") || link.starts_with("http://")) &&
         on_one_line(link) == link && link.find(' ') == std::string_view::npos;
}

void print(std::ostream& out, const Span& span, std::string_view text, const Style& style) {
  if (text.empty()) return;
  const bool is_painted = style.color && !span.paint.empty();
  const bool is_linked = style.links && is_web_address(span.link);
  if (is_linked) out << "\x1b]8;;" << span.link << "\x1b\\";
  if (is_painted) out << span.paint;
  out << text;
  if (is_painted) out << kPlain;
  if (is_linked) out << "\x1b]8;;\x1b\\";
}

// Breaks words into lines. A word can have several paints.
class Breaker {
 public:
  Breaker(std::ostream& out, std::size_t used, std::size_t indent, const Style& style)
      : out_(out), style_(style), column_(used), indent_(indent) {}

  void add(const Span& span) {
    const std::string text = on_one_line(span.text);
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t start = at;
      const std::size_t width = columns_of(next_character(text, at));
      if (text[start] == ' ') {
        end_word();
        append(spaces_, span, " ", 1);
        continue;
      }
      if (width == 2) end_word();  // lines can break anywhere in scripts without spaces
      append(word_, span, std::string_view(text).substr(start, at - start), width);
      if (width == 2) end_word();
    }
  }

  void end() {
    end_word();
    flush();
    out_ << '\n';
  }

 private:
  struct Piece {
    const Span* span;
    std::string text;
  };
  struct Pieces {
    std::vector<Piece> pieces;
    std::size_t width = 0;
  };

  static void append(Pieces& pieces, const Span& span, std::string_view text, std::size_t width) {
    if (pieces.pieces.empty() || pieces.pieces.back().span != &span)
      pieces.pieces.push_back({&span, {}});
    pieces.pieces.back().text += text;
    pieces.width += width;
  }

  void end_word() {
    if (word_.pieces.empty()) return;
    const auto most = static_cast<std::size_t>(style_.width);
    if (column_ + spaces_.width + word_.width > most && column_ > indent_) {
      flush();
      out_ << '\n' << std::string(indent_, ' ');
      column_ = indent_;
      spaces_ = {};
    }
    take(spaces_);
    take(word_);
  }

  void take(Pieces& from) {
    for (const Piece& piece : from.pieces) append(line_, *piece.span, piece.text, 0);
    column_ += from.width;
    from = {};
  }

  void flush() {
    for (const Piece& piece : line_.pieces) print(out_, *piece.span, piece.text, style_);
    line_ = {};
  }

  std::ostream& out_;
  const Style& style_;
  std::size_t column_;
  std::size_t indent_;
  Pieces line_;
  Pieces spaces_;
  Pieces word_;
};

}  // namespace

std::size_t columns_of(const Spans& spans) {
  std::size_t columns = 0;
  for (const Span& span : spans) columns += columns_of(on_one_line(span.text));
  return columns;
}

std::string cut(std::string_view text, std::size_t columns) {
  const std::string line = on_one_line(text);
  if (columns_of(line) <= columns) return line;
  std::string kept;
  std::size_t used = 1;  // "…" takes one column
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t start = at;
    used += columns_of(next_character(line, at));
    if (used > columns) break;
    kept.append(line, start, at - start);
  }
  kept.erase(kept.find_last_not_of(' ') + 1);
  return columns == 0 ? "" : kept + "…";
}

void print_spans(std::ostream& out, const Spans& spans, const Style& style) {
  for (const Span& span : spans) print(out, span, on_one_line(span.text), style);
}

void print_line(std::ostream& out, const Spans& spans, std::size_t used, std::size_t indent,
                const Style& style) {
  if (style.width == 0) {
    print_spans(out, spans, style);
    out << '\n';
    return;
  }
  Breaker breaker(out, used, indent, style);
  for (const Span& span : spans) breaker.add(span);
  breaker.end();
}

}  // namespace newsindex
