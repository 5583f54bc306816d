// SPDX-License-Identifier: GPL-3.0-or-later
// Parses JSON text to a JSON object. Known mistakes of programs that write JSON are forgiven; other
// mistakes are reported in plain words.
#pragma once

#include <string>
#include <string_view>
#include <variant>

#include <simdjson.h>

namespace newsindex {

// Parses one record after another, reusing the same memory. Not thread-safe.
class JsonParser {
 public:
  // The object in the text (in any encoding), or the reason why there is none: "not JSON: ...". NaN
  // and Infinity are forgiven (null), and so are halves of surrogate pairs (U+FFFD). The object is
  // valid until the next call, and only as long as `text` exists. `depth`: how deep brackets may be
  // nested.
  std::variant<simdjson::dom::object, std::string> parse(const std::string& text,
                                                         std::size_t depth = kDepth);

 private:
  static constexpr std::size_t kDepth = 1000;

  simdjson::error_code try_parse(std::string_view text, std::size_t room, std::size_t depth);

  simdjson::dom::parser parser_;
  simdjson::dom::element root_;
};

// The same JSON with NaN and Infinity as null, and escaped halves of surrogate pairs as U+FFFD.
std::string repaired_json(std::string_view text);

}  // namespace newsindex
