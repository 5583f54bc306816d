// SPDX-License-Identifier: GPL-3.0-or-later
// The stored form of an article: fields as a tag byte, a length and the bytes, in any order;
// numbers as LEB128. A list repeats its tag. Readers skip tags they do not know.
#include <functional>

#include "schema/digest.h"
#include "schema/document.h"
#include "schema/error.h"
#include "schema/packed.h"

namespace newsindex {
namespace {

// Documented in schema/FORMAT.md; never reuse a number.
enum Tag : char {
  kId = 1,
  kUrl,
  kTitle,
  kPublished,
  kModified,
  kLanguage,
  kSource,
  kSection,
  kAuthor,
  kLead,
  kBody,
  kKeyword,
  kTopic,
  kEntity,
  kFingerprint,
  kOriginPath,
  kOriginRecord,
  kAnalysis,
  kOriginEntry,
  kStory,
  kVersion,
  kPast,
};

void put_field(std::string& out, Tag tag, std::string_view bytes) {
  if (bytes.empty()) return;
  out.push_back(tag);
  pack(out, bytes);
}

void put_field(std::string& out, Tag tag, const std::vector<std::string>& list) {
  for (const std::string& value : list) {
    out.push_back(tag);
    pack(out, value);
  }
}

std::string encode(const Published& published) {
  std::string out;
  append_varint(out, static_cast<std::uint64_t>(published.precision) << 1 |
                         static_cast<std::uint64_t>(published.ambiguous));
  pack(out, to_iso(published));
  pack(out, published.evidence);
  return out;
}

std::string encode(const Topic& topic) {
  std::string out;
  append_varint(out, static_cast<std::uint64_t>(topic.origin));
  append_varint(out, static_cast<std::uint64_t>(topic.confidence));
  pack(out, topic.id);
  pack(out, topic.name);
  return out;
}

void append_mentions(std::string& out, const std::vector<Mention>& mentions) {
  append_varint(out, mentions.size());
  for (const Mention& mention : mentions) {
    append_varint(out, static_cast<std::uint64_t>(mention.field));
    append_varint(out, mention.start);
    append_varint(out, mention.end);
  }
}

constexpr int kSure = 100;  // the default confidence of an entity, which is not stored

std::string encode(const Entity& entity) {
  std::string out;
  append_varint(out, static_cast<std::uint64_t>(entity.type));
  append_varint(out, static_cast<std::uint64_t>(entity.origin));
  append_varint(out, static_cast<std::uint64_t>(entity.salience));
  pack(out, entity.name);
  append_varint(out, entity.aliases.size());
  for (const std::string& alias : entity.aliases) pack(out, alias);
  append_mentions(out, entity.mentions);
  append_mentions(out, entity.demonyms);
  pack(out, entity.id);
  pack(out, entity.country);
  if (entity.confidence < kSure) append_varint(out, static_cast<std::uint64_t>(entity.confidence));
  return out;
}

// Takes values off the front of stored bytes. Throws Error(internal) when a value is missing.
class Decoder {
 public:
  explicit Decoder(std::string_view bytes) : rest_(bytes) {}
  bool done() const { return rest_.empty(); }

  std::uint64_t number() {
    std::uint64_t value = 0;
    if (!take_varint(rest_, value)) throw damaged();
    return value;
  }
  std::string_view bytes() {
    std::string_view value;
    if (!take_packed(rest_, value)) throw damaged();
    return value;
  }
  std::string text() { return std::string(bytes()); }
  // A number that must be at most `most`: enumerators and percentages.
  int small(int most) {
    const std::uint64_t value = number();
    if (value > static_cast<std::uint64_t>(most)) throw damaged();
    return static_cast<int>(value);
  }
  std::uint32_t offset() { return static_cast<std::uint32_t>(number()); }
  char tag() {
    const char tag = rest_.front();
    rest_.remove_prefix(1);
    return tag;
  }
  static Error damaged() {
    return Error(ExitCode::internal,
                 "a stored article is damaged; run newsindex check, then index its sources again");
  }

 private:
  std::string_view rest_;
};

Published decode_published(std::string_view bytes) {
  Decoder in(bytes);
  const std::uint64_t flags = in.number();
  const auto published = published_from_iso(in.bytes());
  if (!published) throw Decoder::damaged();
  Published result = *published;
  result.precision = static_cast<Precision>(flags >> 1);
  result.ambiguous = flags & 1;
  result.evidence = in.text();
  return result;
}

Topic decode_topic(std::string_view bytes) {
  Decoder in(bytes);
  Topic topic;
  topic.origin = static_cast<Origin>(in.small(3));
  topic.confidence = in.small(100);
  topic.id = in.text();
  topic.name = in.text();
  return topic;
}

Mention decode_mention(Decoder& in) {
  Mention mention;
  mention.field = static_cast<MentionField>(in.small(1));
  mention.start = in.offset();
  mention.end = in.offset();
  return mention;
}

std::vector<Mention> decode_mentions(Decoder& in) {
  std::vector<Mention> mentions;
  for (std::uint64_t left = in.number(); left > 0; --left) mentions.push_back(decode_mention(in));
  return mentions;
}

Entity decode_entity(std::string_view bytes) {
  Decoder in(bytes);
  Entity entity;
  entity.type = static_cast<EntityType>(in.small(2));
  entity.origin = static_cast<Origin>(in.small(3));
  entity.salience = in.small(100);
  entity.name = in.text();
  for (std::uint64_t left = in.number(); left > 0; --left) entity.aliases.push_back(in.text());
  entity.mentions = decode_mentions(in);
  entity.demonyms = decode_mentions(in);
  entity.id = in.text();
  entity.country = in.text();
  if (!in.done()) entity.confidence = in.small(kSure);
  return entity;
}

std::uint64_t decode_number(std::string_view bytes) { return Decoder(bytes).number(); }

Analysis decode_analysis(std::string_view bytes) {
  return static_cast<Analysis>(Decoder(bytes).small(2));
}

std::string encode_number(std::uint64_t number) {
  std::string out;
  append_varint(out, number);
  return out;
}

std::string encode(const PastVersion& past) {
  std::string out;
  append_varint(out, past.sequence);
  append_varint(out, past.changed.size());
  for (const std::string& field : past.changed) pack(out, field);
  return out;
}

PastVersion decode_past(std::string_view bytes) {
  Decoder in(bytes);
  PastVersion past;
  past.sequence = in.number();
  for (std::uint64_t left = in.number(); left > 0; --left) past.changed.push_back(in.text());
  return past;
}

void take_field(Article& article, char tag, std::string_view bytes) {
  const auto text = [&] { return std::string(bytes); };
  switch (tag) {
    case kId: article.id = text(); break;
    case kUrl: article.url = text(); break;
    case kTitle: article.title = text(); break;
    case kPublished: article.published = decode_published(bytes); break;
    case kModified: article.modified = decode_published(bytes); break;
    case kLanguage: article.language = text(); break;
    case kSource: article.source = text(); break;
    case kSection: article.section.push_back(text()); break;
    case kAuthor: article.authors.push_back(text()); break;
    case kLead: article.lead = text(); break;
    case kBody: article.body = text(); break;
    case kKeyword: article.keywords.push_back(text()); break;
    case kTopic: article.topics.push_back(decode_topic(bytes)); break;
    case kEntity: article.entities.push_back(decode_entity(bytes)); break;
    case kFingerprint: article.fingerprint = decode_number(bytes); break;
    case kAnalysis: article.analysis = decode_analysis(bytes); break;
    case kOriginPath: article.origin.path = text(); break;
    case kStory: article.story = text(); break;
    case kVersion: article.version = decode_number(bytes); break;
    case kPast: article.past.push_back(decode_past(bytes)); break;
    case kOriginEntry: article.origin.entry = text(); break;
    case kOriginRecord: article.origin.record = decode_number(bytes); break;
    default: break;
  }
}

// The bytes that the digest covers: everything but origin, story, version number and past versions.
std::string encode_content(const Article& article) {
  std::string out;
  out.reserve(article.body.size() + article.title.size() + article.lead.size() + 256);
  put_field(out, kId, article.id);
  put_field(out, kUrl, article.url);
  put_field(out, kTitle, article.title);
  if (article.published) put_field(out, kPublished, encode(*article.published));
  if (article.modified) put_field(out, kModified, encode(*article.modified));
  put_field(out, kLanguage, article.language);
  put_field(out, kSource, article.source);
  put_field(out, kSection, article.section);
  put_field(out, kAuthor, article.authors);
  put_field(out, kLead, article.lead);
  put_field(out, kBody, article.body);
  put_field(out, kKeyword, article.keywords);
  for (const Topic& topic : article.topics) put_field(out, kTopic, encode(topic));
  for (const Entity& entity : article.entities) put_field(out, kEntity, encode(entity));
  if (article.analysis != Analysis::none)
    put_field(out, kAnalysis, encode_number(static_cast<std::uint64_t>(article.analysis)));
  if (article.fingerprint) put_field(out, kFingerprint, encode_number(*article.fingerprint));
  return out;
}

std::string bytes_of_digest(std::string_view content) {
  const std::uint64_t digest = digest64(content);
  std::string bytes;
  for (int shift = 56; shift >= 0; shift -= 8)
    bytes.push_back(static_cast<char>(digest >> shift & 0xff));
  return bytes;
}

}  // namespace

std::string encode_article(const Article& article) { return encode_with_digest(article).bytes; }

EncodedArticle encode_with_digest(const Article& article) {
  EncodedArticle encoded{encode_content(article), {}};
  encoded.digest = bytes_of_digest(encoded.bytes);
  put_field(encoded.bytes, kOriginPath, article.origin.path);
  put_field(encoded.bytes, kOriginRecord, encode_number(article.origin.record));
  put_field(encoded.bytes, kOriginEntry, article.origin.entry);
  put_field(encoded.bytes, kStory, article.story);
  if (article.version > 0) put_field(encoded.bytes, kVersion, encode_number(article.version));
  for (const PastVersion& past : article.past) put_field(encoded.bytes, kPast, encode(past));
  return encoded;
}

Article decode_article(std::string_view stored) {
  Article article;
  for (Decoder in(stored); !in.done();) {
    const char tag = in.tag();
    take_field(article, tag, in.bytes());
  }
  return article;
}

std::string article_digest(const Article& article) {
  return bytes_of_digest(encode_content(article));
}

}  // namespace newsindex
