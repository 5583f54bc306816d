// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/json/json_schema.h"

#include <fstream>
#include <iterator>

#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include "indexer/extract/json/json_references.h"
#include "schema/error.h"

namespace newsindex {
namespace {

using Json = nlohmann::json;
using Adapter = valijson::adapters::NlohmannJsonAdapter;

// The part of the schema that "#/$defs/name" refers to, or null.
const Json* part_at(const Json& root, const Json& reference) {
  if (!reference.is_string()) return nullptr;
  const auto text = reference.get<std::string>();
  if (!text.starts_with("#/")) return nullptr;
  const Json::json_pointer pointer(text.substr(1));
  return root.contains(pointer) ? &root[pointer] : nullptr;
}

// Collects the names of properties that a schema and its alternatives have.
void collect_properties(const Json& root, const Json& schema, Json& names, int depth = 0) {
  constexpr int kDeepest = 8;
  if (!schema.is_object() || depth > kDeepest) return;
  if (const auto own = schema.find("properties"); own != schema.end() && own->is_object())
    for (const auto& [name, unused] : own->items())
      if (!names.contains(name)) names[name] = Json::object();
  if (const auto reference = schema.find("$ref"); reference != schema.end())
    if (const Json* part = part_at(root, *reference))
      collect_properties(root, *part, names, depth + 1);
  for (const char* kind : {"oneOf", "anyOf", "allOf"})
    if (const auto list = schema.find(kind); list != schema.end() && list->is_array())
      for (const Json& each : *list) collect_properties(root, each, names, depth + 1);
}

bool is_new_draft(const Json& root) {
  return root.value("$schema", std::string()).find("/draft/20") != std::string::npos;
}

// Rewrites a schema so that valijson understands it. `named`: the keys are names of properties, not
// keywords of JSON Schema.
void adapt(const Json& root, Json& schema, bool named = false) {
  if (schema.is_array())
    for (Json& each : schema) adapt(root, each);
  if (!schema.is_object()) return;
  if (!named) {
    schema.erase("format");
    // In the older drafts, a $ref cannot have other keywords beside it.
    if (schema.contains("$ref") && schema.size() > 1 && is_new_draft(root)) {
      Json alone = {{"$ref", schema["$ref"]}};
      schema.erase("$ref");
      Json all = schema.value("allOf", Json::array());
      all.push_back(std::move(alone));
      schema["allOf"] = std::move(all);
    }
    if (schema.value("unevaluatedProperties", Json()) == Json(false)) {
      Json names = schema.value("properties", Json::object());
      collect_properties(root, schema, names);
      schema["properties"] = std::move(names);
      schema["additionalProperties"] = false;
    }
  }
  for (auto& [key, value] : schema.items()) {
    const bool names = !named && (key == "properties" || key == "patternProperties" ||
                                  key == "$defs" || key == "definitions");
    adapt(root, value, names);
  }
}

valijson::SchemaParser::Version version_of(const Json& schema) {
  using enum valijson::SchemaParser::Version;
  const auto dialect = schema.value("$schema", std::string());
  if (dialect.find("draft-03") != std::string::npos) return kDraft3;
  return dialect.find("draft-04") != std::string::npos ? kDraft4 : kDraft7;
}

// "<root>", "[places]", "[0]", "[name]" -> "places/0/name"
std::string place_in(const std::vector<std::string>& context) {
  std::string place;
  for (const std::string& step : context) {
    if (!step.starts_with('[')) continue;
    if (!place.empty()) place += '/';
    place += step.substr(1, step.size() - 2);
  }
  return place;
}

}  // namespace

struct JsonSchema::Parsed {
  valijson::Schema schema;
};

JsonSchema JsonSchema::read_file(const std::filesystem::path& path) {
  std::ifstream in(path);
  if (!in) throw Error(ExitCode::no_input, "cannot read '" + path.string() + "'");
  JsonSchema read;
  read.text_.assign(std::istreambuf_iterator<char>(in), {});
  try {
    Json schema = Json::parse(read.text_);
    if (!schema.is_object()) throw std::runtime_error("it is not an object");
    const JsonReferences references = take_in_references(schema, path.parent_path());
    for (const std::string& text : references.texts) read.text_ += text;
    for (const std::string& address : references.unfollowed)
      read.warnings_.push_back(path.string() + ": what '" + address +
                               "' allows is not checked; put that schema into the same folder");
    const Json original = schema;
    adapt(original, schema);
    auto parsed = std::make_shared<Parsed>();
    valijson::SchemaParser parser(version_of(original));
    parser.populateSchema(Adapter(schema), parsed->schema);
    read.parsed_ = std::move(parsed);
  } catch (const Error& error) {
    throw Error(error.code(), path.string() + ": " + error.what());
  } catch (const std::exception& error) {
    throw Error(ExitCode::config, path.string() + ": no JSON Schema: " + error.what());
  }
  return read;
}

std::optional<std::string> JsonSchema::violation(std::string_view json) const {
  const Json record = Json::parse(json, nullptr, false);
  if (record.is_discarded()) return "not JSON";
  valijson::Validator validator;
  valijson::ValidationResults results;
  if (validator.validate(parsed_->schema, Adapter(record), &results)) return std::nullopt;
  valijson::ValidationResults::Error error;
  if (!results.popError(error)) return "not as its schema says";
  const std::string place = place_in(error.context);
  return (place.empty() ? "" : "'" + place + "': ") + error.description;
}

}  // namespace newsindex
