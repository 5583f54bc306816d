// SPDX-License-Identifier: GPL-3.0-or-later
// Reads an article from an e-mail, such as a newsletter (RFC 5322, MIME).
#pragma once

#include "indexer/extract/draft.h"
#include "indexer/readers/record.h"

namespace newsindex {

// The subject is the headline, the sender's name the source. The body is the plain part without its
// signature, or the HTML part if that is more than three times as long. Paragraphs such as
// "unsubscribe" are left out.
Draft draft_of_mail(const Record& record);

}  // namespace newsindex
