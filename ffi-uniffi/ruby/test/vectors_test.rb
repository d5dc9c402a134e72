# frozen_string_literal: true

require_relative 'support'

# Runs the test vectors that all languages share.
class VectorsTest < LibraryTest
  # The registered members of a kind of document, `resource` or `server`, with their types.
  def members(kind)
    found = File.read("#{ROOT}/core/members.toml").scan(/^\[\[#{kind}\]\]\nname = "(.+)"\ntype = "(.+)"$/)
    refute_empty found
    found
  end

  def document(record)
    resource = record.respond_to?(:variants)
    found = members(resource ? 'resource' : 'server').to_h do |name, type|
      value = record.public_send(name.tr('-', '_'))
      [name, type == 'object' && value ? JSON.parse(value) : value]
    end
    found.compact.merge(resource ? record.variants : {}, record.extra.transform_values { |text| JSON.parse(text) })
  end

  def response(of)
    members = { status: of['status'], body: of['body'], content_type: of['content_type'], url: of['url'] }
    TelnyxOauth::Response.new(**members)
  end

  def judged
    found = yield
    { 'document' => document(found), 'warnings' => found.warnings.map { |it| it.kind.to_s }.sort }
  rescue TelnyxOauth::Error => e
    { 'error' => e.kind.to_s }
  end

  def test_urls
    cases('resource_metadata_url').each do |it|
      found = outcome { TelnyxOauth.resource_metadata_url(it['resource']) }
      assert_equal it['url'] || it['error'], found, it['id']
    end
    cases('authorization_server_metadata_urls').each do |it|
      found = outcome { TelnyxOauth.authorization_server_metadata_urls(it['issuer']) }
      assert_equal it['urls'] || it['error'], found, it['id']
    end
  end

  def test_challenges
    cases('challenges').each do |it|
      found = TelnyxOauth.parse_challenges(it['headers']).map do |challenge|
        challenge.to_h.slice(:scheme, :params, :token68).transform_keys(&:to_s)
      end
      assert_equal it['challenges'], found, it['id']
    end
  end

  def test_a_single_field_line_may_be_a_string
    line = 'Bearer scope="a b"'
    assert_equal TelnyxOauth.parse_challenges([line]), TelnyxOauth.parse_challenges(line)
    assert_equal %w[a b], TelnyxOauth.parse_challenges(line).first.scope
  end

  def test_resource_documents
    cases('resource_documents').each do |it|
      rules = TelnyxOauth::Rules.new(resource_match: it['policy'].to_sym)
      found = judged { TelnyxOauth.resource_metadata_from_response(it['resource'], response(it), rules) }
      assert_equal it['expect'], found, it['id']
    end
  end

  def test_resource_matches
    cases('resource_match').each do |it|
      body = JSON.generate(resource: it['resource'], authorization_servers: ['https://as.example'])
      response = TelnyxOauth::Response.new(status: 200, body:, content_type: 'application/json')
      %i[exact covers same_origin].each do |policy|
        rules = TelnyxOauth::Rules.new(resource_match: policy)
        found = judged { TelnyxOauth.resource_metadata_from_response(it['requested'], response, rules) }
        assert_equal it[policy.to_s], found.key?('document'), "#{it['id']} #{policy}"
      end
    end
  end

  def test_authorization_server_documents
    cases('authorization_server_documents').each do |it|
      rules = TelnyxOauth::Rules.new(strict: it['strict'])
      found = judged { TelnyxOauth.authorization_server_metadata_from_response(it['issuer'], response(it), rules) }
      assert_equal it['expect'], found, it['id']
    end
  end

  def check_parameters(vector, found)
    vector['expect'].each do |name, expected|
      value = case name
              when 'scope_after' then found.scope_after(vector['previous'], vector['then'])
              when 'verify_issuer' then outcome { found.verify_issuer(vector['iss']) }
              when 'client_registration' then found.client_registration.map(&:to_s)
              else found.public_send(name)
              end
      expected.nil? ? assert_nil(value, vector['id']) : assert_equal(expected, value, vector['id'])
    end
  end

  def test_authorization_parameters
    file = JSON.parse(File.read("#{ROOT}/testdata/scenarios/authorization_parameters.json"))
    sandbox = Sandbox.new(file['scenario'])
    client = TelnyxOauth::Client.new(**sandbox.options)
    JSON.parse(JSON.generate(file['cases']).gsub('${http}', sandbox.http)).each do |it|
      found = client.discover(it['requested'], www_authenticate: it['www_authenticate'])
      parameters = outcome { found.authorization_parameters(it['issuer']) }
      next assert_equal(it['expect'], { 'error' => parameters }) if parameters.is_a?(String)

      check_parameters(it, parameters)
    end
  ensure
    sandbox&.stop
  end
end
