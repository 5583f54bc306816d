// SPDX-License-Identifier: GPL-3.0-or-later
// A segment as JSON: in archive.json, and in the segment itself.
#pragma once

#include <string>

#include <nlohmann/json_fwd.hpp>

#include "schema/archive/manifest.h"

namespace newsindex {

nlohmann::ordered_json to_json(const Segment& segment);

// Throws std::exception with a reason when it is no segment.
Segment segment_of_json(const nlohmann::ordered_json& json);

// A file name that stays in its folder. Throws as above for any other.
std::string plain_name(const nlohmann::ordered_json& json);

}  // namespace newsindex
