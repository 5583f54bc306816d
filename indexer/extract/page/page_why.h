// SPDX-License-Identifier: GPL-3.0-or-later
// Explains how an article was read from a page of text.
#pragma once

#include "indexer/extract/layout/page_front.h"
#include "indexer/extract/layout/page_layout.h"
#include "indexer/extract/why.h"
#include "schema/article.h"

namespace newsindex {

// The rule that set each field of `article`, and what was cut from the page and why. REQUIRES:
// `front` and `layout` are what the article was read from.
Why explain_page(const PageFront& front, const PageLayout& layout, const Article& article);

}  // namespace newsindex
