// SPDX-License-Identifier: GPL-3.0-or-later
// What surrounds an article on a page, told by its words: comment forms, "read also" lists, share
// buttons, cookie and licence lines. In English, German, French, Spanish, Italian, Dutch,
// Portuguese.
#pragma once

#include "indexer/extract/blocks/page_blocks.h"

namespace newsindex {

enum class BlockKind : std::uint8_t {
  plain,          // nothing is known against it
  comments,       // heads the comments or their form
  related,        // heads a list of other articles
  share,          // share and print buttons
  newsletter,     // sign up, subscribe, follow us
  legal,          // cookies, licences, rights, forms
  advertisement,  // "Advertisement", "Anzeige"
  credit,         // whose picture it is
  keywords,       // "Tags: ..."
  navigation,     // menus, search, log in
};

BlockKind kind_of(const PageBlock& block);

}  // namespace newsindex
