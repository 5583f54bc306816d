// SPDX-License-Identifier: GPL-3.0-or-later
// Whether an article is new to who has seen an archive before, or a correction.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "schema/article.h"

namespace newsindex {

// The fields that have changed in an article since its version of `sequence` or before; empty when
// the archive had none by then: it is new.
std::optional<std::vector<std::string>> corrected_since(const Article& article,
                                                        std::uint64_t sequence);

}  // namespace newsindex
