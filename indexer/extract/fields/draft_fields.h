// SPDX-License-Identifier: GPL-3.0-or-later
// Sets the fields of a draft from texts as records write them: with HTML references ("&amp;"),
// tags, shortcodes, and surrounding white space; "null" and "N/A" are no values. A field that has a
// value keeps it, and no value is added to a list twice.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/draft.h"

namespace newsindex {

// The text as a headline: on one line. REQUIRES: tidy text.
std::string headline_text(std::string text);

// The text as a lead, and as a body in paragraphs. REQUIRES: tidy text.
std::string lead_text(std::string text);
std::string body_text(std::string text);

// Splits {"World > Asia"} into {"World", "Asia"}; a path of several parts stays as it is.
std::vector<std::string> section_of(std::vector<std::string> path);

// 3 for "3"; 0 for any other text, such as "1.0", which is not a version number.
std::uint64_t version_number(std::string_view text);

void set_id(Draft& draft, std::string text);
void set_url(Draft& draft, std::string text);
void set_title(Draft& draft, std::string text);
void set_lead(Draft& draft, std::string text);
void set_body(Draft& draft, std::string text);
void set_source(Draft& draft, std::string text);
void set_language(Draft& draft, std::string_view text);
void set_version(Draft& draft, std::string_view text);

// Adds a date of publication, which is used only if those before it cannot be read.
void add_published(Draft& draft, std::string date);

void set_modified(Draft& draft, std::string date);

// Replaces `text` with `date` if `text` is not a later date; a `date` that cannot be read is
// ignored.
void set_later(std::string& text, std::string date);

void add_section(Draft& draft, std::string text);
void add_byline(Draft& draft, std::string text);
void add_keyword(Draft& draft, std::string text);

// Adds each part between the separators.
void add_keywords(Draft& draft, std::string_view text, std::string_view separators);

// Adds the topics of a text, which is a code, a name or a list of them.
void add_topic(Draft& draft, const std::string& text);

// Adds one entity; commas in its name do not split it.
void add_entity(Draft& draft, EntityType type, std::string name);

// Takes those fields from `other` that `draft` does not have.
void fill_from(Draft& draft, Draft other);

// Adds the first of `places` that is a place, as one that the article mentions in passing, unless
// the article has a place of that name already.
void add_filing_place(const std::vector<std::string>& places, std::vector<Entity>& entities);

}  // namespace newsindex
