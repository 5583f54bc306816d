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

// If there are no such lines, `rest` is the whole page. Lines count if they stand between two
// "---", if the first one gives the title, or if two in a row have keys that we know. Unknown keys
// between "---" are skipped.
PageFront read_front(std::string_view page);

// The entries of a value that is a list: "a, b", "[a, 'b']", "a; b".
std::vector<std::string> front_list(std::string_view value);

}  // namespace newsindex
