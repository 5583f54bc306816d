// SPDX-License-Identifier: GPL-3.0-or-later
// An issue of a digitised newspaper is a METS file and the pages that it names. They are one
// source: it has changed when one of them has, and a page is not read for itself, too.
#pragma once

#include "indexer/readers/reader.h"
#include "indexer/sources/find_files.h"
#include "indexer/sources/ledger.h"

namespace newsindex {

// Gives the METS files among those found their pages, and takes these out. Pages lie in the folder
// of the METS file or below it, whatever it or a link says. Files that are as the ledger knows them
// are not opened. Where `limits` say that METS or its pages are house XML, nothing is done.
void join_pages(FoundFiles& found, const Ledger& ledger, const ReadLimits& limits);

}  // namespace newsindex
