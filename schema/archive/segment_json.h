// SPDX-License-Identifier: GPL-3.0-or-later
// A segment as JSON, for archive.json and segment.json.
#pragma once

#include <string>

#include <nlohmann/json_fwd.hpp>

#include "schema/archive/manifest.h"

namespace newsindex {

nlohmann::ordered_json to_json(const Segment& segment);

// Throws std::exception with a reason when the JSON is not a valid segment.
Segment segment_of_json(const nlohmann::ordered_json& json);

// Reads a file name. Throws std::exception for a name that is empty, hidden or has a slash, which
// could lead out of the folder.
std::string plain_name(const nlohmann::ordered_json& json);

}  // namespace newsindex
