// SPDX-License-Identifier: GPL-3.0-or-later
// Where the files are that the tests read: in the folder of the sources.
#pragma once

extern const char* const kFixtures;  // tests/fixtures
extern const char* const kModels;    // indexer/models
extern const char* const kSeeds;     // tests/fuzz/seeds
