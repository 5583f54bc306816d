// SPDX-License-Identifier: GPL-3.0-or-later
// The latest day of publication: no article is published after it was fetched or read.
#pragma once

#include "indexer/extract/draft.h"
#include "indexer/extract/options.h"
#include "indexer/readers/record.h"

namespace newsindex {

// The day after the record was fetched or, if that is unknown, read: one day more because of the
// time zones. If both are unknown, the last day that can be represented.
Day latest_day(const Record& record, const UnderstandOptions& options);

// Removes dates after `latest`. Of two readings, the one that is not later remains.
void drop_later(Dated& dated, Day latest);

}  // namespace newsindex
