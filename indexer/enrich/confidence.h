// SPDX-License-Identifier: GPL-3.0-or-later
// How sure names are that nobody's model rated.
#pragma once

namespace newsindex {

// How often names are right, in percent, that shipped lists and rules find and the tagger does not.
inline constexpr int kConfidenceOfLists = 75;

}  // namespace newsindex
