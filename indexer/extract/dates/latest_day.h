// SPDX-License-Identifier: GPL-3.0-or-later
// No article is published after it was fetched, or is read.
#pragma once

#include "indexer/extract/draft.h"
#include "indexer/extract/options.h"
#include "indexer/readers/record.h"

namespace newsindex {

// A day more than that, for the zones of the world; the last of all days where it is not known when
// that was.
Day latest_day(const Record& record, const UnderstandOptions& options);

// Takes away what cannot be: dates after that day. Of two readings the other one stays.
void drop_later(Dated& dated, Day latest);

}  // namespace newsindex
