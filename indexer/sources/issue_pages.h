// SPDX-License-Identifier: GPL-3.0-or-later
// An issue of a digitised newspaper is a METS file and the pages that it names. They are one
// source: it has changed if one of them has, and its pages are not read as separate files.
#pragma once

#include "indexer/readers/reader.h"
#include "indexer/sources/find_files.h"
#include "indexer/sources/ledger.h"

namespace newsindex {

// Adds their pages to the METS files among those found, and removes the pages from the list. Pages
// must be in the folder of the METS file or below it, whatever the METS file or a link says. Files
// that have not changed since the ledger was written are not opened. Does nothing if `limits`
// describe METS or its pages as the user's own XML.
void join_pages(FoundFiles& found, const Ledger& ledger, const ReadLimits& limits);

}  // namespace newsindex
