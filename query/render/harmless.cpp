// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/render/harmless.h"

#include "schema/shown.h"
#include "schema/text/characters.h"

namespace newsindex {
namespace {

std::string without_controls(std::string_view text, std::string_view but) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const char first = text[at];
    const char32_t character = next_character(text, at);
    if (is_control(character) && but.find(first) == std::string_view::npos)
      out += ' ';
    else
      append_utf8(out, character);
  }
  return out;
}

}  // namespace

std::string on_one_line(std::string_view text) { return without_controls(text, ""); }

std::string in_paragraphs(std::string_view text) { return without_controls(text, "\n\t"); }

}  // namespace newsindex
