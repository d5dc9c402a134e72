use std::error::Error;
use telnyx_oauth::Client;
use telnyx_oauth::embedding::wait;
use telnyx_oauth_check::{Plan, Profile, Report, Verdict, examine};
use telnyx_oauth_sandbox::{Sandbox, Scenario};

/// A server that the sandbox plays.
pub(crate) struct Server {
    pub(crate) name: String,
    /// The path of the resource, with its query.
    pub(crate) resource: String,
    /// The scenario file. `${other}` stands for the origin of the sandbox under another name.
    pub(crate) scenario: String,
}

/// The origin of the sandbox under another name.
pub(crate) fn other_origin(sandbox: &Sandbox) -> String {
    sandbox.https_origin().replace("127.0.0.1", "localhost")
}

impl From<testing::servers::Server> for Server {
    fn from(server: testing::servers::Server) -> Server {
        Server { name: server.name, resource: server.resource, scenario: server.scenario }
    }
}

impl Server {
    /// Makes the sandbox this server, and forgets its requests.
    pub(crate) fn play(&self, sandbox: &Sandbox) -> Result<(), Box<dyn Error>> {
        let scenario = self.scenario.replace("${other}", &other_origin(sandbox));
        sandbox.set_scenario(Scenario::from_json(&scenario).map_err(|error| format!("{}: {error}", self.name))?);
        sandbox.clear_requests();
        Ok(())
    }

    /// The URL of the resource.
    pub(crate) fn target(&self, sandbox: &Sandbox) -> String {
        format!("{}{}", sandbox.https_origin(), self.resource)
    }

    /// Examines this server, and returns the verdicts.
    pub(crate) fn verdicts(&self, sandbox: &Sandbox, client: &Client) -> Result<Vec<Verdict>, Box<dyn Error>> {
        self.play(sandbox)?;
        let (client, plan) = (client.clone(), Plan::new(&self.target(sandbox), Profile::MCP, true)?);
        Ok(Report::of(&wait(async move { examine(&client, plan).await })?).verdicts)
    }
}
