// SPDX-License-Identifier: GPL-3.0-or-later
// Finds the models and lists that are shipped with newsindex.
#pragma once

#include <filesystem>

#include "schema/archive/location.h"

namespace newsindex {

// $NEWSINDEX_MODELS if it is set; else ../share/newsindex, relative to the folder of an installed
// program; else the folder `models` beside the program, as in a build.
std::filesystem::path models_folder(const Environment& environment);

}  // namespace newsindex
