// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/commands/output_choice.h"

#include <algorithm>
#include <array>

#include "query/commands/choices.h"
#include "query/commands/option_values.h"
#include "schema/error.h"

namespace newsindex {
namespace {

constexpr std::array kColors{Named{"auto", Color::automatic}, Named{"always", Color::always},
                             Named{"never", Color::never}};
constexpr std::array kFormats{
    Named{"text", Format::text},   Named{"json", Format::json},     Named{"jsonl", Format::jsonl},
    Named{"tsv", Format::tsv},     Named{"csv", Format::csv},       Named{"ids", Format::ids},
    Named{"trec", Format::trec},   Named{"html", Format::html},     Named{"atom", Format::atom},
    Named{"ninjs", Format::ninjs}, Named{"bibtex", Format::bibtex}, Named{"ris", Format::ris}};

// The default formats of commands.
constexpr std::array kDefaults{Named{"", Format::text}, Named{"batch", Format::trec},
                               Named{"export", Format::jsonl}};

bool has_own_columns(Format format) {
  switch (format) {
    case Format::text:
    case Format::json:
    case Format::jsonl:
    case Format::tsv:
    case Format::csv:
    case Format::html: return false;
    default: return true;
  }
}

Format format_of(const CommandLine& line) {
  const std::string given = line.text("format");
  return given.empty() ? choice(line.command, kDefaults) : choice(given, kFormats);
}

std::vector<std::string> fields_named(const std::string& given, Format format) {
  if (given.empty()) return {};
  if (has_own_columns(format))
    throw Error(
        ExitCode::usage,
        "--fields goes with text, json, jsonl, tsv, csv and html; the other formats have fields of "
        "their own");
  return parts_of(given);
}

// `otherwise` is used if no fields are chosen.
HitDetail detail_of(const std::vector<std::string>& fields, HitDetail otherwise) {
  if (fields.empty()) return otherwise;
  const bool is_marked = std::any_of(fields.begin(), fields.end(), [](const std::string& name) {
    return name == "snippet" || name == "title_matches";
  });
  return is_marked ? HitDetail::text : HitDetail::article;
}

}  // namespace

OutputChoice output_choice(const CommandLine& line) {
  const Format format = format_of(line);
  return {format, fields_named(line.text("fields"), format), choice(line.text("color"), kColors)};
}

Shown shown_for(const OutputChoice& output) {
  const bool is_for_people = output.format == Format::text || output.format == Format::html;
  return is_for_people && output.fields.empty() ? Shown::people : Shown::hit;
}

HitDetail detail_for(const OutputChoice& output) {
  switch (output.format) {
    case Format::trec:
    case Format::ids: return HitDetail::id;
    case Format::tsv:
    case Format::csv:
    case Format::ninjs:
    case Format::bibtex:
    case Format::ris: return detail_of(output.fields, HitDetail::article);
    default: return detail_of(output.fields, HitDetail::text);
  }
}

void print(std::ostream& out, const OutputChoice& output, const Answer& answer,
           const Style& style) {
  render(out, output.fields.empty() ? answer : with_fields(answer, output.fields), output.format,
         style);
}

}  // namespace newsindex
