// SPDX-License-Identifier: GPL-3.0-or-later
// Option values that the table of options does not check.
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

// Splits a list at its commas.
std::vector<std::string> parts_of(const std::string& list);

// Joins words with a space between them.
std::string joined_words(const std::vector<std::string>& words);

bool is_blank(const std::string& text);

// Converts "7d", "2w", "3m" or "1y" to days; empty for anything else.
std::optional<double> half_life(const std::string& given);

// The time at which the seconds of --timeout are over, counted from now; empty without --timeout.
std::optional<std::chrono::steady_clock::time_point> deadline_of(const CommandLine& line);

// The weights of --weights; default values for the others.
Weights weights_of(const CommandLine& line);

// The code of the language of --lang, or "".
std::string language_of(const CommandLine& line);

// Check a value, as OptionRow::fault does.
std::string fault_of_half_life(const std::string& given);
std::string fault_of_weights(const std::string& given);
std::string fault_of_language(const std::string& given);

// The day of --today, else `today`. Throws Error(usage) for a day that does not exist.
Day today_of(const CommandLine& line, Day today);

// The type of --type.
std::optional<EntityType> type_of(const CommandLine& line);

// Names of fields that articles can be counted by, separated by commas. Returns each field once,
// under its main name. Throws Error(usage).
std::vector<std::string> facets_named(const std::string& given);
// `option` is used in messages: "--by".
std::string facet_named(const std::string& name, std::string_view option = "--by");

// The values of --where or --without: FIELD=VALUE. Throws Error(usage).
std::vector<FieldValue> field_values(const CommandLine& line, std::string_view option);

// The names of all facets, for messages: "author, source".
std::string facet_names_text();

}  // namespace newsindex
