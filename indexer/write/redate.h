// SPDX-License-Identifier: GPL-3.0-or-later
// Resolves ambiguous dates again: 04/02/2023 is read in the same order as the other dates of its
// site, as soon as the archive has some that are unambiguous.
#pragma once

#include "indexer/write/rewrite.h"

namespace newsindex {

// Learns the order of day and month of each site from the text of all dates in the archive, and
// rereads the dates that are marked ambiguous. They stay marked. See rewrite_articles.
RunReport redate_archive(const RewriteRequest& request, const OnProgress& on_progress);

}  // namespace newsindex
