// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/paths.h"

const char* const kFixtures = SOURCES "/tests/fixtures";
const char* const kModels = SOURCES "/indexer/models";
const char* const kSeeds = SOURCES "/tests/fuzz/seeds";
