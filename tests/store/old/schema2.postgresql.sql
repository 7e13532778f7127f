CREATE TABLE public.articles (
    key character varying NOT NULL COLLATE pg_catalog."C",
    portal character varying NOT NULL COLLATE pg_catalog."C",
    article_id character varying NOT NULL COLLATE pg_catalog."C",
    main_url character varying NOT NULL COLLATE pg_catalog."C",
    first_seen timestamp with time zone NOT NULL,
    published_at timestamp with time zone,
    content_key character varying DEFAULT ''::character varying NOT NULL COLLATE pg_catalog."C",
    duplicate_of character varying COLLATE pg_catalog."C",
    CONSTRAINT key_is_natural CHECK (((key)::text = (((portal)::text || ':'::text) || (article_id)::text))),
    CONSTRAINT not_its_own_duplicate CHECK (((duplicate_of)::text <> (key)::text))
);
CREATE TABLE public.editions (
    portal character varying NOT NULL COLLATE pg_catalog."C",
    url character varying NOT NULL COLLATE pg_catalog."C",
    article_key character varying NOT NULL COLLATE pg_catalog."C",
    script character varying COLLATE pg_catalog."C",
    digest character varying NOT NULL COLLATE pg_catalog."C",
    versions integer NOT NULL,
    first_seen timestamp with time zone NOT NULL,
    last_seen timestamp with time zone NOT NULL,
    CONSTRAINT has_a_text CHECK ((versions >= 1))
);
CREATE TABLE public.texts (
    portal character varying NOT NULL COLLATE pg_catalog."C",
    url character varying NOT NULL COLLATE pg_catalog."C",
    digest character varying NOT NULL COLLATE pg_catalog."C",
    article_id character varying NOT NULL COLLATE pg_catalog."C",
    read_at timestamp with time zone NOT NULL,
    content_key character varying NOT NULL COLLATE pg_catalog."C",
    title text,
    lead text,
    body text NOT NULL,
    section text,
    authors text NOT NULL,
    tags text NOT NULL,
    image_url text,
    source_name text,
    dateline text,
    published_at timestamp with time zone,
    published_offset integer,
    published_raw text,
    published_precision text,
    published_basis text,
    modified_at timestamp with time zone,
    modified_offset integer,
    views bigint,
    comments bigint,
    language character varying COLLATE pg_catalog."C",
    script character varying COLLATE pg_catalog."C",
    weather text,
    exchange_rates text NOT NULL,
    page_clock_raw text,
    layout text,
    CONSTRAINT modified_with_offset CHECK (((modified_at IS NULL) = (modified_offset IS NULL))),
    CONSTRAINT published_with_offset CHECK (((published_at IS NULL) = (published_offset IS NULL))),
    CONSTRAINT sha256 CHECK ((length((digest)::text) = 64))
);
CREATE VIEW public.current_articles AS
 SELECT a.key,
    a.portal,
    a.article_id,
    a.main_url AS url,
    t.read_at,
    t.content_key,
    t.title,
    t.lead,
    t.body,
    t.section,
    t.authors,
    t.tags,
    t.image_url,
    t.source_name,
    t.dateline,
    t.published_at,
    t.published_offset,
    t.published_raw,
    t.published_precision,
    t.published_basis,
    t.modified_at,
    t.modified_offset,
    t.views,
    t.comments,
    t.language,
    t.script,
    t.weather,
    t.exchange_rates,
    t.page_clock_raw,
    t.layout,
    e.versions,
    a.first_seen,
    e.last_seen
   FROM ((public.articles a
     JOIN public.editions e ON ((((e.portal)::text = (a.portal)::text) AND ((e.url)::text = (a.main_url)::text))))
     JOIN public.texts t ON ((((t.portal)::text = (e.portal)::text) AND ((t.url)::text = (e.url)::text) AND ((t.digest)::text = (e.digest)::text))))
  WHERE (a.duplicate_of IS NULL);
CREATE TABLE public.failures (
    portal character varying NOT NULL COLLATE pg_catalog."C",
    url character varying NOT NULL COLLATE pg_catalog."C",
    tried_at timestamp with time zone NOT NULL,
    reason character varying NOT NULL COLLATE pg_catalog."C"
);
CREATE TABLE public.meta (
    key character varying NOT NULL COLLATE pg_catalog."C",
    value text NOT NULL
);
CREATE TABLE public.observations (
    portal character varying NOT NULL COLLATE pg_catalog."C",
    kind character varying NOT NULL COLLATE pg_catalog."C",
    key character varying NOT NULL COLLATE pg_catalog."C",
    side character varying NOT NULL COLLATE pg_catalog."C",
    nominal bigint NOT NULL,
    hour timestamp with time zone NOT NULL,
    value text NOT NULL,
    first_seen timestamp with time zone NOT NULL,
    last_seen timestamp with time zone NOT NULL,
    shown character varying NOT NULL COLLATE pg_catalog."C",
    change character varying NOT NULL COLLATE pg_catalog."C",
    raw character varying NOT NULL COLLATE pg_catalog."C",
    CONSTRAINT known_kind CHECK (((kind)::text = ANY ((ARRAY['rate'::character varying, 'weather'::character varying])::text[]))),
    CONSTRAINT pays_for_something CHECK ((nominal >= 1)),
    CONSTRAINT seen_in_order CHECK ((first_seen <= last_seen))
);
CREATE TABLE public.pages (
    portal character varying NOT NULL COLLATE pg_catalog."C",
    url character varying NOT NULL COLLATE pg_catalog."C",
    state character varying NOT NULL COLLATE pg_catalog."C",
    outcome character varying COLLATE pg_catalog."C",
    reason character varying COLLATE pg_catalog."C",
    detail text DEFAULT ''::text NOT NULL,
    redirects_to character varying COLLATE pg_catalog."C",
    article_key character varying COLLATE pg_catalog."C",
    first_seen timestamp with time zone,
    found_on character varying COLLATE pg_catalog."C",
    fetched_at timestamp with time zone,
    status integer,
    etag text,
    last_modified text,
    depth integer,
    attempts integer DEFAULT 0 NOT NULL,
    next_due timestamp with time zone,
    CONSTRAINT done_is_not_refused CHECK ((((outcome IS NOT NULL) AND ((outcome)::text <> 'refused'::text)) = ((state)::text = 'done'::text))),
    CONSTRAINT known_outcome CHECK (((outcome)::text = ANY ((ARRAY['stored'::character varying, 'updated'::character varying, 'unchanged'::character varying, 'duplicate'::character varying, 'listed'::character varying, 'refused'::character varying])::text[]))),
    CONSTRAINT known_state CHECK (((state)::text = ANY ((ARRAY['pending'::character varying, 'done'::character varying, 'refused'::character varying, 'gone'::character varying])::text[]))),
    CONSTRAINT only_pending_is_due CHECK (((next_due IS NULL) OR ((state)::text = 'pending'::text))),
    CONSTRAINT refused_with_reason CHECK (((reason IS NOT NULL) = ((outcome IS NOT NULL) AND ((outcome)::text = 'refused'::text)))),
    CONSTRAINT silence_is_pending CHECK (((outcome IS NOT NULL) OR ((state)::text = 'pending'::text)))
);
CREATE TABLE public.runs (
    id character varying NOT NULL COLLATE pg_catalog."C",
    portal character varying NOT NULL COLLATE pg_catalog."C",
    started_at timestamp with time zone NOT NULL,
    finished_at timestamp with time zone,
    finish_reason text,
    exit_code integer,
    settings text NOT NULL,
    counts text NOT NULL
);
CREATE TABLE public.sightings (
    portal character varying NOT NULL COLLATE pg_catalog."C",
    url character varying NOT NULL COLLATE pg_catalog."C",
    seen_at timestamp with time zone NOT NULL,
    tie integer NOT NULL,
    digest character varying NOT NULL COLLATE pg_catalog."C",
    CONSTRAINT tie_counts CHECK ((tie >= 0))
);
CREATE VIEW public.versions AS
 SELECT s.portal,
    s.url,
    row_number() OVER (PARTITION BY s.portal, s.url ORDER BY s.seen_at, s.tie) AS number,
    s.seen_at,
    s.digest,
    t.title,
    t.lead,
    t.body,
    t.published_at,
    t.published_offset,
    t.section,
    t.authors,
    t.tags,
    t.script
   FROM (( SELECT sightings.portal,
            sightings.url,
            sightings.seen_at,
            sightings.tie,
            sightings.digest,
            lag(sightings.digest) OVER (PARTITION BY sightings.portal, sightings.url ORDER BY sightings.seen_at, sightings.tie) AS before
           FROM public.sightings) s
     JOIN public.texts t ON ((((t.portal)::text = (s.portal)::text) AND ((t.url)::text = (s.url)::text) AND ((t.digest)::text = (s.digest)::text))))
  WHERE ((s.before IS NULL) OR ((s.before)::text <> (s.digest)::text));
INSERT INTO public.articles VALUES ('q:1', 'q', '1', 'https://q.kz/kz/1', '2018-04-21 12:02:00+00', '2018-04-21 03:30:00+00', 'one', NULL);
INSERT INTO public.articles VALUES ('q:2', 'q', '2', 'https://q.kz/kz/2', '2018-04-21 12:10:00+00', '2018-04-21 03:30:00+00', 'two', NULL);
INSERT INTO public.articles VALUES ('q:4', 'q', '4', 'https://q.kz/kz/4', '2018-04-21 12:12:00+00', '2018-04-21 03:30:00+00', 'other', NULL);
INSERT INTO public.articles VALUES ('q:3', 'q', '3', 'https://q.kz/kz/3', '2018-04-21 12:11:00+00', '2018-04-21 18:00:00+00', 'same', NULL);
INSERT INTO public.articles VALUES ('q:5', 'q', '5', 'https://q.kz/kz/5', '2018-04-21 12:13:00+00', NULL, 'same', 'q:3');
INSERT INTO public.articles VALUES ('q:66', 'q', '66', 'https://q.kz/kz/6', '2018-04-21 12:14:00+00', '2018-04-21 03:30:00+00', 'six six', NULL);
INSERT INTO public.articles VALUES ('q:6', 'q', '6', 'https://q.kz/kz/6-new', '2018-04-21 12:34:00+00', '2018-04-21 03:30:00+00', 'six', NULL);
INSERT INTO public.articles VALUES ('q:9', 'q', '9', 'https://q.kz/kz/9', '2018-04-21 12:08:00+00', '2018-04-21 03:30:00+00', '', NULL);
INSERT INTO public.editions VALUES ('q', 'https://q.kz/latyn/1', 'q:1', 'Latn', 'bb9dde7cd8175466e22e4b54139bfdec1901aae4d60966dc468b4ee6622f58e0', 1, '2018-04-21 12:02:00+00', '2018-04-21 12:02:00+00');
INSERT INTO public.editions VALUES ('q', 'https://q.kz/kz/1', 'q:1', 'Cyrl', 'fba079a819d462fb819a1a5c158005c761d249917e7042ebffd1e1ac23f2317b', 1, '2018-04-21 12:03:00+00', '2018-04-21 12:03:00+00');
INSERT INTO public.editions VALUES ('q', 'https://q.kz/tote/1', 'q:1', 'Arab', '306f15ebbb310cbc3c04e90bedc9d2d2355f2058563b4cacc13dcc6a620592c7', 1, '2018-04-21 12:04:00+00', '2018-04-21 12:04:00+00');
INSERT INTO public.editions VALUES ('q', 'https://q.kz/kz/1?amp', 'q:1', 'Cyrl', 'c65322f7106ae5cee9f7ed4a301cb378cea631f4097f7be5cc0c8071492811bd', 1, '2018-04-21 12:02:00+00', '2018-04-21 12:02:00+00');
INSERT INTO public.editions VALUES ('q', 'https://q.kz/kz/2', 'q:2', 'Cyrl', '3ca9e95c7a583187f32eed96f35d0d150618d5345d39c36d142364c4c429a1d9', 3, '2018-04-21 12:10:00+00', '2018-04-21 12:40:00+00');
INSERT INTO public.editions VALUES ('q', 'https://q.kz/kz/3', 'q:3', 'Cyrl', 'b521e17993d8b5e3a84634608783b4166336c92d5d2f87b2a67a03f12a8b5ac5', 1, '2018-04-21 12:11:00+00', '2018-04-21 12:11:00+00');
INSERT INTO public.editions VALUES ('q', 'https://q.kz/kz/5', 'q:5', 'Cyrl', '814f6e3a15bd836b4069c238e4c3a64cd4bf207e336d7aa9cf2e50cfa0177a89', 1, '2018-04-21 12:13:00+00', '2018-04-21 12:13:00+00');
INSERT INTO public.editions VALUES ('q', 'https://q.kz/kz/4', 'q:4', 'Cyrl', '26126ff126f5dc50b75e18b58c7685014f071aa17b8e7ccd7490cc3b18657033', 2, '2018-04-21 12:12:00+00', '2018-04-21 12:50:00+00');
INSERT INTO public.editions VALUES ('q', 'https://q.kz/kz/6', 'q:66', 'Cyrl', '7444c8c5a3acc5f556bb1fe54020950060c06ffc7614478da5b653d2ef52207a', 2, '2018-04-21 12:14:00+00', '2018-04-21 12:24:00+00');
INSERT INTO public.editions VALUES ('q', 'https://q.kz/kz/6-new', 'q:6', 'Cyrl', '8f6df335b9bcab5709afc64ed691eaa1d9138d352ace2355ee226d232adc32e8', 1, '2018-04-21 12:34:00+00', '2018-04-21 12:34:00+00');
INSERT INTO public.editions VALUES ('q', 'https://q.kz/kz/9', 'q:9', 'Cyrl', 'b7057ec0fdb4311fa46c898b505fec485b2249131ec89b4fbfc30429698fa6cd', 1, '2018-04-21 12:08:00+00', '2018-04-21 12:08:00+00');
INSERT INTO public.failures VALUES ('q', 'https://q.kz/kz/9', '2018-04-21 13:10:00+00', 'timed_out');
INSERT INTO public.failures VALUES ('q', 'https://q.kz/kz/10', '2018-04-21 12:06:00+00', 'server_error');
INSERT INTO public.failures VALUES ('q', 'https://q.kz/kz/10', '2018-04-21 12:07:00+00', 'timed_out');
INSERT INTO public.meta VALUES ('application', 'kznews');
INSERT INTO public.meta VALUES ('schema_version', '2');
INSERT INTO public.observations VALUES ('q', 'rate', 'USD', 'official', 1, '2018-04-21 12:00:00+00', '468.50', '2018-04-21 12:02:00+00', '2018-04-21 12:40:00+00', 'USD', '', 'USD 468.50');
INSERT INTO public.observations VALUES ('q', 'rate', 'RUB', 'buy', 1, '2018-04-21 12:00:00+00', '5.2', '2018-04-21 12:02:00+00', '2018-04-21 12:40:00+00', 'RUB', '-0.01', '5,2');
INSERT INTO public.observations VALUES ('q', 'weather', 'almaty', '', 1, '2018-04-21 12:00:00+00', '35', '2018-04-21 12:02:00+00', '2018-04-21 12:40:00+00', 'Алматы', '', '+35°');
INSERT INTO public.observations VALUES ('p', 'rate', 'USD', 'official', 1, '2018-04-21 12:00:00+00', '468.50', '2018-04-21 12:09:00+00', '2018-04-21 12:09:00+00', 'USD', '', 'USD 468.50');
INSERT INTO public.observations VALUES ('p', 'rate', 'RUB', 'buy', 1, '2018-04-21 12:00:00+00', '5.2', '2018-04-21 12:09:00+00', '2018-04-21 12:09:00+00', 'RUB', '-0.01', '5,2');
INSERT INTO public.observations VALUES ('p', 'weather', 'almaty', '', 1, '2018-04-21 12:00:00+00', '35', '2018-04-21 12:09:00+00', '2018-04-21 12:09:00+00', 'Алматы', '', '+35°');
INSERT INTO public.pages VALUES ('q', 'https://q.kz/', 'done', 'listed', NULL, '', NULL, NULL, '2018-04-21 12:01:00+00', 'https://q.kz/', '2018-04-21 12:01:00+00', NULL, NULL, NULL, NULL, 0, NULL);
INSERT INTO public.pages VALUES ('q', 'https://q.kz/rss', 'done', 'listed', NULL, '', NULL, NULL, '2018-04-21 12:05:00+00', 'https://q.kz/rss', '2018-04-21 12:05:00+00', NULL, NULL, NULL, NULL, 0, NULL);
INSERT INTO public.pages VALUES ('q', 'https://q.kz/kz/8', 'pending', NULL, NULL, '', NULL, NULL, '2018-04-21 12:03:00+00', 'https://q.kz/kz/1', NULL, NULL, NULL, NULL, NULL, 0, NULL);
INSERT INTO public.pages VALUES ('q', 'https://q.kz/kz/1', 'done', 'stored', NULL, '', NULL, 'q:1', '2018-04-21 12:01:00+00', 'https://q.kz/', '2018-04-21 12:03:00+00', NULL, NULL, NULL, NULL, 0, NULL);
INSERT INTO public.pages VALUES ('q', 'https://q.kz/latyn/1', 'done', 'duplicate', NULL, '', NULL, 'q:1', '2018-04-21 12:01:00+00', 'https://q.kz/', '2018-04-21 12:02:00+00', NULL, NULL, NULL, NULL, 0, NULL);
INSERT INTO public.pages VALUES ('q', 'https://q.kz/tote/1', 'done', 'duplicate', NULL, '', NULL, 'q:1', '2018-04-21 12:04:00+00', 'https://q.kz/tote/1', '2018-04-21 12:04:00+00', NULL, NULL, NULL, NULL, 0, NULL);
INSERT INTO public.pages VALUES ('q', 'https://q.kz/kz/1?amp', 'done', 'duplicate', NULL, '', NULL, 'q:1', '2018-04-21 12:02:00+00', 'https://q.kz/kz/1?amp', '2018-04-21 12:02:00+00', NULL, NULL, NULL, NULL, 0, NULL);
INSERT INTO public.pages VALUES ('q', 'https://q.kz/kz/2', 'done', 'updated', NULL, '', NULL, 'q:2', '2018-04-21 12:01:00+00', 'https://q.kz/', '2018-04-21 12:40:00+00', NULL, NULL, NULL, NULL, 0, NULL);
INSERT INTO public.pages VALUES ('q', 'https://q.kz/kz/5', 'done', 'duplicate', NULL, '', NULL, 'q:5', '2018-04-21 12:13:00+00', 'https://q.kz/kz/5', '2018-04-21 12:13:00+00', NULL, NULL, NULL, NULL, 0, NULL);
INSERT INTO public.pages VALUES ('q', 'https://q.kz/kz/3', 'done', 'stored', NULL, '', NULL, 'q:3', '2018-04-21 12:05:00+00', 'https://q.kz/rss', '2018-04-21 12:11:00+00', NULL, NULL, NULL, NULL, 0, NULL);
INSERT INTO public.pages VALUES ('q', 'https://q.kz/kz/4', 'done', 'updated', NULL, '', NULL, 'q:4', '2018-04-21 12:12:00+00', 'https://q.kz/kz/4', '2018-04-21 12:50:00+00', NULL, NULL, NULL, NULL, 0, NULL);
INSERT INTO public.pages VALUES ('q', 'https://q.kz/kz/6', 'done', 'duplicate', NULL, '', 'https://q.kz/kz/6-new', 'q:6', '2018-04-21 12:14:00+00', 'https://q.kz/kz/6', '2018-04-21 12:34:00+00', NULL, NULL, NULL, NULL, 0, NULL);
INSERT INTO public.pages VALUES ('q', 'https://q.kz/kz/6-new', 'done', 'stored', NULL, '', NULL, 'q:6', '2018-04-21 12:34:00+00', 'https://q.kz/kz/6-new', '2018-04-21 12:34:00+00', NULL, NULL, NULL, NULL, 0, NULL);
INSERT INTO public.pages VALUES ('q', 'https://q.kz/old/6', 'done', 'duplicate', NULL, '', 'https://q.kz/kz/6-new', 'q:6', '2018-04-21 12:34:00+00', 'https://q.kz/old/6', '2018-04-21 12:34:00+00', NULL, NULL, NULL, NULL, 0, NULL);
INSERT INTO public.pages VALUES ('q', 'https://q.kz/kz/9', 'gone', 'refused', 'gone', '', NULL, 'q:9', '2018-04-21 12:08:00+00', 'https://q.kz/kz/9', '2018-04-21 13:00:00+00', 404, NULL, NULL, NULL, 0, NULL);
INSERT INTO public.pages VALUES ('q', 'https://q.kz/kz/7', 'pending', 'refused', 'not_saved', '', NULL, NULL, '2018-04-21 12:01:00+00', 'https://q.kz/', NULL, NULL, NULL, NULL, NULL, 0, NULL);
INSERT INTO public.pages VALUES ('q', 'https://q.kz/kz/10', 'pending', 'refused', 'timed_out', '', NULL, NULL, '2018-04-21 12:06:00+00', 'https://q.kz/kz/10', '2018-04-21 12:07:00+00', NULL, NULL, NULL, NULL, 2, '2018-04-21 14:07:00+00');
INSERT INTO public.pages VALUES ('q', 'https://q.kz/kz/11', 'refused', 'refused', 'no_title', 'only the portal''s name', NULL, NULL, '2018-04-21 12:07:00+00', 'https://q.kz/kz/11', '2018-04-21 12:07:00+00', NULL, NULL, NULL, NULL, 0, NULL);
INSERT INTO public.pages VALUES ('q', 'https://q.kz/old/11', 'refused', 'refused', 'no_title', 'only the portal''s name', 'https://q.kz/kz/11', NULL, '2018-04-21 12:07:00+00', 'https://q.kz/old/11', '2018-04-21 12:07:00+00', NULL, NULL, NULL, NULL, 0, NULL);
INSERT INTO public.pages VALUES ('p', 'https://q.kz/x', 'done', 'listed', NULL, '', NULL, NULL, '2018-04-21 12:09:00+00', 'https://q.kz/x', '2018-04-21 12:09:00+00', NULL, NULL, NULL, NULL, 0, NULL);
INSERT INTO public.runs VALUES ('20180421T120000Z-q-a118be69', 'q', '2018-04-21 12:00:00+00', '2018-04-21 12:05:00+00', 'finished', 0, '{}', '{"outcome/stored": 1}');
INSERT INTO public.sightings VALUES ('q', 'https://q.kz/latyn/1', '2018-04-21 12:02:00+00', 0, 'bb9dde7cd8175466e22e4b54139bfdec1901aae4d60966dc468b4ee6622f58e0');
INSERT INTO public.sightings VALUES ('q', 'https://q.kz/kz/1', '2018-04-21 12:03:00+00', 0, 'fba079a819d462fb819a1a5c158005c761d249917e7042ebffd1e1ac23f2317b');
INSERT INTO public.sightings VALUES ('q', 'https://q.kz/tote/1', '2018-04-21 12:04:00+00', 0, '306f15ebbb310cbc3c04e90bedc9d2d2355f2058563b4cacc13dcc6a620592c7');
INSERT INTO public.sightings VALUES ('q', 'https://q.kz/kz/1?amp', '2018-04-21 12:02:00+00', 0, 'c65322f7106ae5cee9f7ed4a301cb378cea631f4097f7be5cc0c8071492811bd');
INSERT INTO public.sightings VALUES ('q', 'https://q.kz/kz/2', '2018-04-21 12:10:00+00', 0, '3ca9e95c7a583187f32eed96f35d0d150618d5345d39c36d142364c4c429a1d9');
INSERT INTO public.sightings VALUES ('q', 'https://q.kz/kz/2', '2018-04-21 12:20:00+00', 0, '53646e3ebff5be2de9a4a5504fd68f4a3d83ed48d6d35b46ad0bb6784ceb8a3d');
INSERT INTO public.sightings VALUES ('q', 'https://q.kz/kz/2', '2018-04-21 12:30:00+00', 0, '3ca9e95c7a583187f32eed96f35d0d150618d5345d39c36d142364c4c429a1d9');
INSERT INTO public.sightings VALUES ('q', 'https://q.kz/kz/2', '2018-04-21 12:40:00+00', 0, '3ca9e95c7a583187f32eed96f35d0d150618d5345d39c36d142364c4c429a1d9');
INSERT INTO public.sightings VALUES ('q', 'https://q.kz/kz/3', '2018-04-21 12:11:00+00', 0, 'b521e17993d8b5e3a84634608783b4166336c92d5d2f87b2a67a03f12a8b5ac5');
INSERT INTO public.sightings VALUES ('q', 'https://q.kz/kz/4', '2018-04-21 12:12:00+00', 0, 'a5de0a49bbbd0a5486c4318cd162941e1fe137d25e1e60dfe11c812ad22f5041');
INSERT INTO public.sightings VALUES ('q', 'https://q.kz/kz/5', '2018-04-21 12:13:00+00', 0, '814f6e3a15bd836b4069c238e4c3a64cd4bf207e336d7aa9cf2e50cfa0177a89');
INSERT INTO public.sightings VALUES ('q', 'https://q.kz/kz/4', '2018-04-21 12:50:00+00', 0, '26126ff126f5dc50b75e18b58c7685014f071aa17b8e7ccd7490cc3b18657033');
INSERT INTO public.sightings VALUES ('q', 'https://q.kz/kz/6', '2018-04-21 12:14:00+00', 0, '8f6df335b9bcab5709afc64ed691eaa1d9138d352ace2355ee226d232adc32e8');
INSERT INTO public.sightings VALUES ('q', 'https://q.kz/kz/6', '2018-04-21 12:24:00+00', 0, '7444c8c5a3acc5f556bb1fe54020950060c06ffc7614478da5b653d2ef52207a');
INSERT INTO public.sightings VALUES ('q', 'https://q.kz/kz/6-new', '2018-04-21 12:34:00+00', 0, '8f6df335b9bcab5709afc64ed691eaa1d9138d352ace2355ee226d232adc32e8');
INSERT INTO public.sightings VALUES ('q', 'https://q.kz/kz/9', '2018-04-21 12:08:00+00', 0, 'b7057ec0fdb4311fa46c898b505fec485b2249131ec89b4fbfc30429698fa6cd');
INSERT INTO public.texts VALUES ('q', 'https://q.kz/latyn/1', 'bb9dde7cd8175466e22e4b54139bfdec1901aae4d60966dc468b4ee6622f58e0', '1', '2018-04-21 12:02:00+00', 'one', 'Тақырып 1', NULL, '["mätin"]', NULL, '[]', '[]', NULL, NULL, NULL, '2018-04-21 03:30:00+00', 21600, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'Latn', NULL, '[]', NULL, NULL);
INSERT INTO public.texts VALUES ('q', 'https://q.kz/kz/1', 'fba079a819d462fb819a1a5c158005c761d249917e7042ebffd1e1ac23f2317b', '1', '2018-04-21 12:03:00+00', 'one', 'Тақырып 1', NULL, '["мәтін"]', NULL, '[]', '[]', NULL, NULL, NULL, '2018-04-21 03:30:00+00', 21600, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'Cyrl', NULL, '[]', NULL, NULL);
INSERT INTO public.texts VALUES ('q', 'https://q.kz/tote/1', '306f15ebbb310cbc3c04e90bedc9d2d2355f2058563b4cacc13dcc6a620592c7', '1', '2018-04-21 12:04:00+00', 'one', 'Тақырып 1', NULL, '["ماتىن"]', NULL, '[]', '[]', NULL, NULL, NULL, '2018-04-21 03:30:00+00', 21600, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'Arab', NULL, '[]', NULL, NULL);
INSERT INTO public.texts VALUES ('q', 'https://q.kz/kz/1?amp', 'c65322f7106ae5cee9f7ed4a301cb378cea631f4097f7be5cc0c8071492811bd', '1', '2018-04-21 12:02:00+00', 'short', 'Тақырып 1', NULL, '["мәтін, қысқа"]', NULL, '[]', '[]', NULL, NULL, NULL, '2018-04-21 03:30:00+00', 21600, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'Cyrl', NULL, '[]', NULL, NULL);
INSERT INTO public.texts VALUES ('q', 'https://q.kz/kz/2', '3ca9e95c7a583187f32eed96f35d0d150618d5345d39c36d142364c4c429a1d9', '2', '2018-04-21 12:10:00+00', 'two', 'Тақырып 2', NULL, '["мәтін"]', NULL, '[]', '[]', NULL, NULL, NULL, '2018-04-21 03:30:00+00', 21600, NULL, NULL, NULL, NULL, NULL, 5, NULL, NULL, 'Cyrl', NULL, '[]', NULL, NULL);
INSERT INTO public.texts VALUES ('q', 'https://q.kz/kz/2', '53646e3ebff5be2de9a4a5504fd68f4a3d83ed48d6d35b46ad0bb6784ceb8a3d', '2', '2018-04-21 12:20:00+00', 'two b', 'Тақырып 2', NULL, '["түзетілген"]', NULL, '[]', '[]', NULL, NULL, NULL, '2018-04-21 03:30:00+00', 21600, NULL, NULL, NULL, NULL, NULL, 9, NULL, NULL, 'Cyrl', NULL, '[]', NULL, NULL);
INSERT INTO public.texts VALUES ('q', 'https://q.kz/kz/3', 'b521e17993d8b5e3a84634608783b4166336c92d5d2f87b2a67a03f12a8b5ac5', '3', '2018-04-21 12:11:00+00', 'same', 'Тақырып 3', NULL, '["мәтін"]', NULL, '[]', '[]', NULL, NULL, NULL, '2018-04-21 18:00:00+00', 21600, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'Cyrl', NULL, '[]', NULL, NULL);
INSERT INTO public.texts VALUES ('q', 'https://q.kz/kz/4', 'a5de0a49bbbd0a5486c4318cd162941e1fe137d25e1e60dfe11c812ad22f5041', '4', '2018-04-21 12:12:00+00', 'same', 'Тақырып 4', NULL, '["мәтін"]', NULL, '[]', '[]', NULL, NULL, NULL, '2018-04-19 18:00:00+00', 21600, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'Cyrl', NULL, '[]', NULL, NULL);
INSERT INTO public.texts VALUES ('q', 'https://q.kz/kz/5', '814f6e3a15bd836b4069c238e4c3a64cd4bf207e336d7aa9cf2e50cfa0177a89', '5', '2018-04-21 12:13:00+00', 'same', 'Тақырып 5', NULL, '["мәтін"]', NULL, '[]', '[]', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'Cyrl', NULL, '[]', NULL, NULL);
INSERT INTO public.texts VALUES ('q', 'https://q.kz/kz/4', '26126ff126f5dc50b75e18b58c7685014f071aa17b8e7ccd7490cc3b18657033', '4', '2018-04-21 12:50:00+00', 'other', 'Тақырып 4', NULL, '["басқа"]', NULL, '[]', '[]', NULL, NULL, NULL, '2018-04-21 03:30:00+00', 21600, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'Cyrl', NULL, '[]', NULL, NULL);
INSERT INTO public.texts VALUES ('q', 'https://q.kz/kz/6', '8f6df335b9bcab5709afc64ed691eaa1d9138d352ace2355ee226d232adc32e8', '6', '2018-04-21 12:14:00+00', 'six', 'Тақырып 6', NULL, '["мәтін"]', NULL, '[]', '[]', NULL, NULL, NULL, '2018-04-21 03:30:00+00', 21600, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'Cyrl', NULL, '[]', NULL, NULL);
INSERT INTO public.texts VALUES ('q', 'https://q.kz/kz/6', '7444c8c5a3acc5f556bb1fe54020950060c06ffc7614478da5b653d2ef52207a', '66', '2018-04-21 12:24:00+00', 'six six', 'Тақырып 66', NULL, '["мәтін"]', NULL, '[]', '[]', NULL, NULL, NULL, '2018-04-21 03:30:00+00', 21600, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'Cyrl', NULL, '[]', NULL, NULL);
INSERT INTO public.texts VALUES ('q', 'https://q.kz/kz/6-new', '8f6df335b9bcab5709afc64ed691eaa1d9138d352ace2355ee226d232adc32e8', '6', '2018-04-21 12:34:00+00', 'six', 'Тақырып 6', NULL, '["мәтін"]', NULL, '[]', '[]', NULL, NULL, NULL, '2018-04-21 03:30:00+00', 21600, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'Cyrl', NULL, '[]', NULL, NULL);
INSERT INTO public.texts VALUES ('q', 'https://q.kz/kz/9', 'b7057ec0fdb4311fa46c898b505fec485b2249131ec89b4fbfc30429698fa6cd', '9', '2018-04-21 12:08:00+00', '', 'Тақырып 9', NULL, '["мәтін"]', NULL, '[]', '[]', NULL, NULL, NULL, '2018-04-21 03:30:00+00', 21600, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'Cyrl', NULL, '[]', NULL, NULL);
ALTER TABLE ONLY public.articles
    ADD CONSTRAINT articles_pkey PRIMARY KEY (key);
ALTER TABLE ONLY public.articles
    ADD CONSTRAINT articles_portal_article_id_key UNIQUE (portal, article_id);
ALTER TABLE ONLY public.editions
    ADD CONSTRAINT editions_pkey PRIMARY KEY (portal, url);
ALTER TABLE ONLY public.failures
    ADD CONSTRAINT failures_pkey PRIMARY KEY (portal, url, tried_at, reason);
ALTER TABLE ONLY public.meta
    ADD CONSTRAINT meta_pkey PRIMARY KEY (key);
ALTER TABLE ONLY public.observations
    ADD CONSTRAINT observations_pkey PRIMARY KEY (portal, kind, key, side, nominal, hour, value);
ALTER TABLE ONLY public.pages
    ADD CONSTRAINT pages_pkey PRIMARY KEY (portal, url);
ALTER TABLE ONLY public.runs
    ADD CONSTRAINT runs_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.sightings
    ADD CONSTRAINT sightings_pkey PRIMARY KEY (portal, url, seen_at, tie);
ALTER TABLE ONLY public.sightings
    ADD CONSTRAINT sightings_portal_url_seen_at_digest_key UNIQUE (portal, url, seen_at, digest);
ALTER TABLE ONLY public.texts
    ADD CONSTRAINT texts_pkey PRIMARY KEY (portal, url, digest);
CREATE INDEX articles_content ON public.articles USING btree (portal, content_key);
CREATE INDEX articles_duplicates ON public.articles USING btree (duplicate_of);
CREATE INDEX articles_published ON public.articles USING btree (portal, published_at, key);
CREATE INDEX editions_article ON public.editions USING btree (article_key);
CREATE INDEX pages_article ON public.pages USING btree (article_key);
CREATE INDEX pages_outcome ON public.pages USING btree (portal, outcome, reason);
CREATE INDEX pages_pending ON public.pages USING btree (portal, url, next_due) WHERE ((state)::text = 'pending'::text);
CREATE INDEX pages_redirects ON public.pages USING btree (portal, redirects_to);
CREATE INDEX runs_portal ON public.runs USING btree (portal, started_at);
ALTER TABLE ONLY public.articles
    ADD CONSTRAINT articles_duplicate_of_fkey FOREIGN KEY (duplicate_of) REFERENCES public.articles(key);
ALTER TABLE ONLY public.editions
    ADD CONSTRAINT editions_article_key_fkey FOREIGN KEY (article_key) REFERENCES public.articles(key);
ALTER TABLE ONLY public.editions
    ADD CONSTRAINT editions_portal_url_digest_fkey FOREIGN KEY (portal, url, digest) REFERENCES public.texts(portal, url, digest);
ALTER TABLE ONLY public.editions
    ADD CONSTRAINT editions_portal_url_fkey FOREIGN KEY (portal, url) REFERENCES public.pages(portal, url);
ALTER TABLE ONLY public.failures
    ADD CONSTRAINT failures_portal_url_fkey FOREIGN KEY (portal, url) REFERENCES public.pages(portal, url);
ALTER TABLE ONLY public.pages
    ADD CONSTRAINT pages_article_key_fkey FOREIGN KEY (article_key) REFERENCES public.articles(key);
ALTER TABLE ONLY public.sightings
    ADD CONSTRAINT sightings_portal_url_digest_fkey FOREIGN KEY (portal, url, digest) REFERENCES public.texts(portal, url, digest);
ALTER TABLE ONLY public.texts
    ADD CONSTRAINT texts_portal_url_fkey FOREIGN KEY (portal, url) REFERENCES public.pages(portal, url);
