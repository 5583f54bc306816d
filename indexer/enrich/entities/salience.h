// SPDX-License-Identifier: GPL-3.0-or-later
// Rates how much an article is about each of its entities.
#pragma once

#include "schema/article.h"

namespace newsindex {

// Sets the salience of every entity that was found in the text: 85 or more is a major mention, less
// than 50 a passing one. It grows with the logarithm of the mentions (a demonym counts half, a
// mention in the title as three), and the earlier the first one stands. A single mention in a long
// article is a passing one wherever it stands. Entities of the source, and those that the text does
// not name, keep their salience. Then sorts the entities: the most salient first, those of the
// source first among equals.
void rate_entities(Article& article);

}  // namespace newsindex
