// SPDX-License-Identifier: GPL-3.0-or-later
// Readers for the XML standards of news. Each function reads one article into a draft; it sets a
// refusal if there is no article.
#pragma once

#include <pugixml.hpp>

#include "indexer/extract/draft.h"

namespace newsindex {

// NITF 3 (https://iptc.org/standards/nitf/). `nitf`: the root. A canceled or withheld item is
// refused. An embargoed article is published when it is released.
void read_nitf(pugi::xml_node nitf, Draft& draft);

// NewsML-G2 2 (https://iptc.org/standards/newsml-g2/): newsItem or packageItem. The text is the
// inline NITF, XHTML or plain text; without one there is only the headline. A picture, video,
// graphic or audio item is an article of its captions if they have a sentence, because users search
// for them with the same words; else it is refused. A package is refused: the articles are the
// items that it names.
void read_newsml_g2(pugi::xml_node item, Draft& draft);

// NewsML 1 (https://iptc.org/standards/newsml-1/): a NewsItem.
void read_newsml_1(pugi::xml_node item, Draft& draft);

// An item of RSS 0.9x, 1.0 or 2.0, or an entry of Atom (RFC 4287). `feed`: the root element.
void read_feed_item(pugi::xml_node item, pugi::xml_node feed, Draft& draft);

}  // namespace newsindex
