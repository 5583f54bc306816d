// SPDX-License-Identifier: GPL-3.0-or-later
// Finds the list of articles in a JSON object that is only the answer of an API:
// {"total":2,"items":[{...},{...}]}.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace newsindex {

struct JsonEnvelope {
  enum class Is : std::uint8_t { envelope, something_else, undecided };
  Is is = Is::something_else;
  std::size_t list = 0;   // where the list begins, after its bracket
  std::size_t depth = 0;  // how many objects are open around the list
};

// Looks at the beginning of an object. If it is cut off, the result may be `undecided`, and more
// text may decide it. An envelope has no headline and no text before a list "item", "items",
// "articles" or "results" (perhaps inside "data", "response" or "feed"), and the first object of
// the list has a headline, a text, an address or an "item". A feed may have a title. REQUIRES:
// `text` begins with `{`.
JsonEnvelope look_for_envelope(std::string_view text);

}  // namespace newsindex
