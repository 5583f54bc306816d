// SPDX-License-Identifier: GPL-3.0-or-later
// An article out of an e-mail, such as a newsletter (RFC 5322, MIME).
#pragma once

#include "indexer/extract/draft.h"
#include "indexer/readers/record.h"

namespace newsindex {

// The subject is the headline, the sender's name the source. The text is that of the plain part, or
// of the HTML part where that says more; without signatures, and lines such as "unsubscribe".
Draft draft_of_mail(const Record& record);

}  // namespace newsindex
