// SPDX-License-Identifier: GPL-3.0-or-later
// Ambiguous dates settled anew: 04/02/2023 is read as the other dates of the same site are, once
// the archive has some that can be read in one way only.
#pragma once

#include "indexer/write/rewrite.h"

namespace newsindex {

// Learns the order of day and month of each site from the words of all dates in the archive, and
// reads those again that are marked ambiguous. They stay marked. See rewrite_articles.
RunReport redate_archive(const RewriteRequest& request, const OnProgress& on_progress);

}  // namespace newsindex
