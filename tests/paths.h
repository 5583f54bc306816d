// SPDX-License-Identifier: GPL-3.0-or-later
// The folders of the files that tests read, all in the source tree.
#pragma once

extern const char* const kFixtures;  // tests/fixtures
extern const char* const kModels;    // indexer/models
extern const char* const kSeeds;     // tests/fuzz/seeds
