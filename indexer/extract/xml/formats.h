// SPDX-License-Identifier: GPL-3.0-or-later
// The XML standards of news. Each function reads one article into a draft; it sets a refusal where
// there is none.
#pragma once

#include <pugixml.hpp>

#include "indexer/extract/draft.h"

namespace newsindex {

// NITF 3 (https://iptc.org/standards/nitf/). `nitf`: the root. What is canceled or withheld is no
// article. An embargo counts: it is published when it is released.
void read_nitf(pugi::xml_node nitf, Draft& draft);

// NewsML-G2 2 (https://iptc.org/standards/newsml-g2/): newsItem or packageItem. Text is what is
// inline as NITF, XHTML or plain text; without it there is the headline alone. Pictures, videos,
// graphics and audio are articles of their captions if these have a sentence, since an archive is
// asked for them in the same words; else they are none. A package is none: what it names is.
void read_newsml_g2(pugi::xml_node item, Draft& draft);

// NewsML 1 (https://iptc.org/standards/newsml-1/): a NewsItem.
void read_newsml_1(pugi::xml_node item, Draft& draft);

// An item of RSS 0.9x, 1.0 or 2.0, or an entry of Atom (RFC 4287). `feed`: what stands around it.
void read_feed_item(pugi::xml_node item, pugi::xml_node feed, Draft& draft);

}  // namespace newsindex
