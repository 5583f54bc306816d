// SPDX-License-Identifier: GPL-3.0-or-later
// The metadata of an HTML page: JSON-LD (schema.org), Open Graph, Dublin Core and other <meta>,
// microdata, <time>, <link rel="canonical">.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/syntax/html_tree.h"

namespace newsindex {

enum class HtmlFact : std::uint8_t {
  title,
  page_title,  // <title>: with the name of the site
  published,
  modified,
  author,
  section,
  keyword,
  language,
  url,
  source,
  description,
  body,
  home_link,  // the text of a link to the front page: most often the name of the site
};

struct FoundFact {
  HtmlFact fact{};
  std::string value;     // one line; only a body keeps its line ends
  std::string rule;      // where it was found: "JSON-LD headline", "meta og:title"
  std::size_t node = 0;  // the element, for links to authors and microdata; else 0
};

// All facts of a page. Those of one kind are in order of trust, the most trusted first.
class HtmlFacts {
 public:
  // `json_ld`: the contents of the JSON-LD scripts. Never throws because of what is in the page.
  HtmlFacts(const HtmlTree& tree, const std::vector<std::string>& json_ld);

  const std::vector<FoundFact>& all() const { return facts_; }

  // All values of a kind, the most trusted first.
  std::vector<const FoundFact*> of(HtmlFact fact) const;

  // The first value of a kind, or null.
  const FoundFact* first(HtmlFact fact) const;

 private:
  std::vector<FoundFact> facts_;
};

}  // namespace newsindex
