// SPDX-License-Identifier: GPL-3.0-or-later
// Why an article came out of a page of text as it did.
#pragma once

#include "indexer/extract/layout/page_front.h"
#include "indexer/extract/layout/page_layout.h"
#include "indexer/extract/why.h"
#include "schema/article.h"

namespace newsindex {

// The rule that gave each field of `article`, and what was cut from the page and why. REQUIRES:
// `front` and `layout` are what the article was read from.
Why explain_page(const PageFront& front, const PageLayout& layout, const Article& article);

}  // namespace newsindex
