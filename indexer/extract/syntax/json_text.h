// SPDX-License-Identifier: GPL-3.0-or-later
// JSON text to a JSON object, forgiving what writers of JSON are known to do wrong, and saying in
// plain words what cannot be forgiven.
#pragma once

#include <string>
#include <string_view>
#include <variant>

#include <simdjson.h>

namespace newsindex {

// Parses one record after the other with the same memory. Not thread-safe.
class JsonParser {
 public:
  // The object in the text (in any encoding), or why there is none: "not JSON: ...". Forgiven are
  // NaN and Infinity (null) and halves of surrogate pairs (U+FFFD). The object is valid until the
  // next call, and as long as `text` is. `depth`: of brackets, one in the other.
  std::variant<simdjson::dom::object, std::string> parse(const std::string& text,
                                                         std::size_t depth = kDepth);

 private:
  static constexpr std::size_t kDepth = 1000;

  simdjson::error_code try_parse(std::string_view text, std::size_t room, std::size_t depth);

  simdjson::dom::parser parser_;
  simdjson::dom::element root_;
};

// The same JSON with null for NaN and Infinity, and U+FFFD for escaped halves of surrogate pairs.
std::string forgiven_json(std::string_view text);

}  // namespace newsindex
