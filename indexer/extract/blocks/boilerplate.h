// SPDX-License-Identifier: GPL-3.0-or-later
// Recognises boilerplate, which surrounds an article on a page, by its words: comment forms, "read
// also" lists, share buttons, cookie and licence lines. Most words are English, German, French,
// Spanish, Italian, Dutch, Portuguese and Polish.
#pragma once

#include "indexer/extract/blocks/page_blocks.h"

namespace newsindex {

enum class BlockKind : std::uint8_t {
  plain,          // not known to be boilerplate
  comments,       // the heading of the comments or their form
  related,        // the heading of a list of other articles
  share,          // share and print buttons
  newsletter,     // sign up, subscribe, follow us
  legal,          // cookies, licences, rights, forms
  advertisement,  // "Advertisement", "Anzeige"
  credit,         // who made a picture
  keywords,       // "Tags: ..."
  navigation,     // menus, search, log in
};

BlockKind kind_of(const PageBlock& block);

}  // namespace newsindex
