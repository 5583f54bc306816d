// SPDX-License-Identifier: GPL-3.0-or-later
// Where the models and lists are that come with newsindex.
#pragma once

#include <filesystem>

#include "schema/archive/location.h"

namespace newsindex {

// $NEWSINDEX_MODELS when it is set; else ../share/newsindex as seen from the program, where it is
// installed; else the folder `models` beside the program, where it was built.
std::filesystem::path models_folder(const Environment& environment);

}  // namespace newsindex
