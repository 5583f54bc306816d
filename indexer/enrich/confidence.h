// SPDX-License-Identifier: GPL-3.0-or-later
// The confidence of names that no model rated.
#pragma once

namespace newsindex {

// The percentage of right names among those that shipped lists and rules find and the tagger does
// not.
inline constexpr int kConfidenceOfLists = 75;

}  // namespace newsindex
