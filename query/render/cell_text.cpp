// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/render/cell_text.h"

#include "query/answer/numbers.h"
#include "schema/article_json.h"

namespace newsindex {
namespace {

struct ToText {
  const Column& column;

  std::string operator()(std::monostate) const { return {}; }
  std::string operator()(const std::string& text) const { return text; }
  std::string operator()(std::uint64_t number) const { return std::to_string(number); }
  std::string operator()(double number) const { return fixed(number, column.digits); }
  std::string operator()(bool is_so) const { return is_so ? "true" : "false"; }
  std::string operator()(const Snippet& snippet) const { return snippet.text; }
  std::string operator()(const Nested& json) const { return json_line(json); }
  std::string operator()(const Texts& texts) const {
    std::string all;
    for (const std::string& text : texts)
      all.append(all.empty() ? std::string_view() : column.between).append(text);
    return all;
  }
};

}  // namespace

std::string cell_text(const Cell& cell, const Column& column) {
  return std::visit(ToText{column}, cell);
}

}  // namespace newsindex
