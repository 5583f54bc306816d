// SPDX-License-Identifier: GPL-3.0-or-later
// No article is published after it was fetched, or is read.
#pragma once

#include "indexer/extract/understand.h"

namespace newsindex {

// A day more than that, for the zones of the world.
Day latest_day(const Record& record, const UnderstandOptions& options);

// Takes away what cannot be: dates after that day. Of two readings the other one stays.
void drop_later(Understood& understood, Day latest);

}  // namespace newsindex
