// SPDX-License-Identifier: GPL-3.0-or-later
// Tells whether an article is new or corrected for a reader who has seen an earlier state of the
// archive.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "schema/article.h"

namespace newsindex {

// Returns the fields that have changed since the version the archive had at `sequence`. Empty if
// the archive did not have the article then: it is new.
std::optional<std::vector<std::string>> corrected_since(const Article& article,
                                                        std::uint64_t sequence);

}  // namespace newsindex
