// SPDX-License-Identifier: GPL-3.0-or-later
// The bytes of an HTML page made ready for the parser: without scripts, styles, drawings and
// comments, which are most of a page and nothing of an article.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace newsindex {

struct HtmlSource {
  std::string markup;
  std::vector<std::string> json_ld;  // the contents of <script type="application/ld+json">
  std::size_t depth = 0;             // at most so many elements stand one in the other, roughly
};

// REQUIRES: UTF-8. What is not well-formed is passed on as it stands: the parser mends it as
// browsers do.
HtmlSource strip_html(std::string_view html);

}  // namespace newsindex
