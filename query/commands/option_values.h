// SPDX-License-Identifier: GPL-3.0-or-later
// Values of options that the table of options does not check.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "query/search/weights.h"
#include "schema/article.h"
#include "schema/command_line/command_line.h"
#include "schema/published.h"
#include "schema/query_language/filters.h"

namespace newsindex {

// What stands between the commas.
std::vector<std::string> parts_of(const std::string& list);

// With a space between each two.
std::string joined_words(const std::vector<std::string>& words);

bool is_blank(const std::string& text);

// "7d", "2w", "3m", "1y" in days; nothing for anything else.
std::optional<double> half_life(const std::string& given);

// When the seconds of --timeout are over, counted from now; nothing without it.
std::optional<std::chrono::steady_clock::time_point> deadline_of(const CommandLine& line);

// What --weights says, and else the usual.
Weights weights_of(const CommandLine& line);

// The code of the language that --lang says, or "".
std::string language_of(const CommandLine& line);

// As of OptionRow::fault.
std::string fault_of_half_life(const std::string& given);
std::string fault_of_weights(const std::string& given);
std::string fault_of_language(const std::string& given);

// What --today says, else `today`. Throws Error(usage) for a day that does not exist.
Day today_of(const CommandLine& line, Day today);

// What --type says.
std::optional<EntityType> type_of(const CommandLine& line);

// Names of fields that articles can be counted by, separated by commas; each comes once, by its
// first name. Throws Error(usage).
std::vector<std::string> facets_named(const std::string& given);
// `option` is for messages: "--by".
std::string facet_named(const std::string& name, std::string_view option = "--by");

// What each --where or --without says: FIELD=VALUE. Throws Error(usage).
std::vector<FieldValue> field_values(const CommandLine& line, std::string_view option);

// All of them, for messages: "author, source".
std::string facet_names_text();

}  // namespace newsindex
