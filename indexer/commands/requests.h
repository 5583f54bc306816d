// SPDX-License-Identifier: GPL-3.0-or-later
// Turns flags into requests and checks their values. Opens only the files of --xml-map and
// --json-schema.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "indexer/commands/flags.h"
#include "indexer/write/redate.h"
#include "indexer/write/retag.h"
#include "indexer/write/update.h"
#include "schema/archive/location.h"

namespace newsindex {

// Reads the files of --xml-map and --json-schema. Throws Error(usage), which names the option and
// its value.
UnderstandOptions understand_options(const Flags& flags);

// Warnings for the user before a run: what --json-schema does not check.
std::vector<std::string> warnings_of(const UnderstandOptions& options);

// The folders of --root, as real paths. Throws Error: usage, no_input.
FindOptions find_options(const Flags& flags);

ReadLimits read_limits(const Flags& flags, const UnderstandOptions& options);
EnrichSettings enrich_settings(const Flags& flags, const Environment& environment);
RunLimits run_limits(const Flags& flags, StopRequest& stop);
UpdateRequest update_request(const Flags& flags, const Environment& environment, StopRequest& stop);
RewriteRequest rewrite_request(const Flags& flags, const Environment& environment,
                               StopRequest& stop);
RetagRequest retag_request(const Flags& flags, const Environment& environment, StopRequest& stop);

// The days of --since and --until; a missing end is set to the year 0 or 9999.
DayRange export_days(const Flags& flags);

}  // namespace newsindex
