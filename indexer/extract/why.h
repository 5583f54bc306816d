// SPDX-License-Identifier: GPL-3.0-or-later
// Explains how an article was read from a page, so that a person can check and correct it.
#pragma once

#include <string>
#include <vector>

namespace newsindex {

// Which rule gave a field its value: "title", "meta og:title".
struct WhyField {
  std::string field;
  std::string value;
  std::string rule;
};

// A block of the page that is not in the article, and why not.
struct WhyCut {
  std::string text;
  std::string reason;
};

struct Why {
  std::vector<WhyField> fields;
  std::vector<WhyCut> cut;  // in the order of the page
};

}  // namespace newsindex
