// SPDX-License-Identifier: GPL-3.0-or-later
// Lines of "key: value" at the top of a page, as people and static site generators write them:
//
//   Title: Ministers meet          ---
//   Date: 2 April 2023             title: "Ministers meet"
//   Author: Jane Doe               tags: [japan, china]
//                                  ---
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace newsindex {

enum class FrontKey : std::uint8_t {
  none,  // a key that we do not know
  title,
  published,
  modified,
  authors,
  source,
  section,
  keywords,
  url,
  language,
  lead,
};

struct PageFront {
  std::vector<std::pair<FrontKey, std::string>>
      fields;             // in order, known keys only, values not empty
  std::string_view rest;  // the page below them
};

// Without such lines `rest` is the whole page. Lines count as such between two "---", or when they
// start with a title, or when two of them in a row have keys that we know. Unknown keys are passed
// over.
PageFront read_front(std::string_view page);

// The entries of a value that is a list: "a, b", "[a, 'b']", "a; b".
std::vector<std::string> front_list(std::string_view value);

}  // namespace newsindex
