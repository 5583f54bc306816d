// SPDX-License-Identifier: GPL-3.0-or-later
// From flags to requests: what is wrong with their values is found here. Nothing but the
// files of --xml-map and --json-schema is opened.
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

// Throws Error(usage) naming the option and its value. Reads the files of --xml-map and
// --json-schema.
UnderstandOptions understand_options(const Flags& flags);

// What the user should know of these options before a run: what --json-schema does not check.
std::vector<std::string> warnings_of(const UnderstandOptions& options);

// The roots of --root, as real paths. Throws Error: usage, no_input.
FindOptions find_options(const Flags& flags);

ReadLimits read_limits(const Flags& flags, const UnderstandOptions& options);
EnrichSettings enrich_settings(const Flags& flags, const Environment& environment);
RunLimits run_limits(const Flags& flags, StopRequest& stop);
UpdateRequest update_request(const Flags& flags, const Environment& environment, StopRequest& stop);
RewriteRequest rewrite_request(const Flags& flags, const Environment& environment,
                               StopRequest& stop);
RetagRequest retag_request(const Flags& flags, const Environment& environment, StopRequest& stop);

// The days of --since and --until; an end that is not given is far away.
DayRange export_days(const Flags& flags);

}  // namespace newsindex
