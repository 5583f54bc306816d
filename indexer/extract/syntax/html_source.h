// SPDX-License-Identifier: GPL-3.0-or-later
// Prepares the bytes of an HTML page for the parser: removes scripts, styles, drawings and
// comments, which are most of a page but no part of an article.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace newsindex {

struct HtmlSource {
  std::string markup;
  std::vector<std::string> json_ld;  // the contents of <script type="application/ld+json">
  std::size_t depth = 0;             // how deep elements are nested at most, roughly
};

// REQUIRES: UTF-8. Malformed HTML is passed on unchanged: the parser repairs it as browsers do.
HtmlSource strip_html(std::string_view html);

}  // namespace newsindex
