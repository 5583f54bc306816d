// SPDX-License-Identifier: GPL-3.0-or-later
// Fields of a draft out of texts as records write them: with references of HTML ("&amp;"), tags,
// shortcodes, and white space around; "null" and "N/A" are no value. A field that has a value keeps
// it, and a list takes no value twice.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/draft.h"

namespace newsindex {

// What a text says as a headline: on one line. REQUIRES: tidy text.
std::string headline_text(std::string text);

// What it says as a lead, and as a body in paragraphs. REQUIRES: tidy text.
std::string lead_text(std::string text);
std::string body_text(std::string text);

// {"World", "Asia"} of {"World > Asia"}; a path of several parts is as it is.
std::vector<std::string> section_of(std::vector<std::string> path);

// Of "3"; 0 of anything else, such as "1.0", which is not the number of a version.
std::uint64_t version_number(std::string_view text);

void set_id(Draft& draft, std::string text);
void set_url(Draft& draft, std::string text);
void set_title(Draft& draft, std::string text);
void set_lead(Draft& draft, std::string text);
void set_body(Draft& draft, std::string text);
void set_source(Draft& draft, std::string text);
void set_language(Draft& draft, std::string_view text);
void set_version(Draft& draft, std::string_view text);

// One more date of publication, to be read if those before cannot be.
void add_published(Draft& draft, std::string date);

void set_modified(Draft& draft, std::string date);

// Takes the date unless the text has a later one; one that cannot be read is none.
void set_later(std::string& text, std::string date);

void add_section(Draft& draft, std::string text);
void add_byline(Draft& draft, std::string text);
void add_keyword(Draft& draft, std::string text);

// Each part between the separators.
void add_keywords(Draft& draft, std::string_view text, std::string_view separators);

// A code or a name of a topic.
void add_topic(Draft& draft, const std::string& text);

// One name, also where it has commas.
void add_entity(Draft& draft, EntityType type, std::string name);

// Takes the fields that `other` has and this one has not.
void fill_from(Draft& draft, Draft other);

// Adds the place that the article was written in as one that it mentions in passing, where it
// names no place of that name itself.
void add_filing_place(const std::vector<std::string>& places, std::vector<Entity>& entities);

}  // namespace newsindex
