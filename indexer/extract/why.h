// SPDX-License-Identifier: GPL-3.0-or-later
// Why an article came out of a page as it did, for a person to see and mend.
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
